/** What takes the focus by Tab or by arrow keys. */
const FOCUSABLE =
	'a[href], button:not([disabled]), input:not([disabled], [type=hidden]), select:not([disabled]), textarea:not([disabled]), summary, [tabindex]';
/** The part of a page in which somebody goes on when what they were at is gone. */
const PART =
	'dialog[open], [role=dialog], main, aside, nav, header, footer, section[data-foot-bar]';

/**
 * Keeps the focus from falling to the page's body, on every page at once, where the keyboard and screen readers
 * would begin anew at the top. When what had it is taken away, disabled or hidden (a note that was deleted, a
 * button that gave way to another, a dialog or page that closed), it goes to what follows in the same part of the
 * page, else to what precedes, else to the content. When the framework puts it on the body after a form was
 * answered, it goes back. Whoever touches an empty place keeps their choice. Gives what ends it.
 */
export function keepFocus(): () => void {
	let last: HTMLElement | undefined;
	/** Where the last one stood when it was taken away. */
	let place: { readonly around: Node; readonly before: Node | null } | undefined;

	function recover(): void {
		if (document.activeElement !== document.body) return;
		const next = last && isUsable(last) ? last : (beside(last, place) ?? contentOf(document));
		next?.focus({ preventScroll: true });
	}

	/** A moment later, so that a list that knows better which of its lines is nearest comes first. */
	const recoverSoon = (): void => void requestAnimationFrame(() => setTimeout(recover));

	function focused({ target }: FocusEvent): void {
		if (target === document.body) recoverSoon();
		else if (target instanceof HTMLElement) {
			last = target;
			place = undefined;
		}
	}

	function changed(records: readonly MutationRecord[]): void {
		const kept = last;
		if (!kept) return;
		const away = records.find(({ removedNodes }) =>
			[...removedNodes].some((node) => node.contains(kept))
		);
		if (away) place ??= { around: away.target, before: away.previousSibling };
		const touched = records.some(
			({ type, target }) => type === 'attributes' && target.contains(kept)
		);
		if (!away && !touched) return;
		const { activeElement } = document;
		// One that was disabled or hidden may still count as focused until the page is drawn.
		if (activeElement === kept && !isUsable(kept)) kept.blur();
		if (activeElement === document.body || activeElement === kept) recoverSoon();
	}

	const watching = new MutationObserver(changed);
	watching.observe(document.body, {
		childList: true,
		subtree: true,
		attributes: true,
		attributeFilter: ['disabled', 'hidden', 'open']
	});
	document.addEventListener('focusin', focused);
	return () => {
		watching.disconnect();
		document.removeEventListener('focusin', focused);
	};
}

function isUsable(element: HTMLElement): boolean {
	return (
		element.isConnected &&
		!element.matches(':disabled') &&
		element.checkVisibility({ visibilityProperty: true })
	);
}

/** What follows, or precedes, an element that cannot have the focus any more, in its part of the page. */
function beside(
	gone: HTMLElement | undefined,
	place: { readonly around: Node; readonly before: Node | null } | undefined
): HTMLElement | undefined {
	const from = gone?.isConnected ? gone : (place?.before ?? place?.around);
	if (!from?.isConnected) return undefined;
	const inside = from instanceof Element ? from : from.parentElement;
	const part = inside?.closest(PART);
	if (!part || part === document.body) return undefined;
	const all = [...part.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
		(one) => isUsable(one) && !one.contains(from) && one.closest('[role=menu][hidden]') === null
	);
	const after = all.find(
		(one) =>
			(from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
			// What stood before the gone one is no follower of it, with all that is in it.
			!(from === place?.before && from.contains(one))
	);
	return after ?? all.at(-1) ?? undefined;
}

/** The page's own part, which can have the focus without being a stop. */
function contentOf(page: Document): HTMLElement | undefined {
	return page.getElementById('content') ?? undefined;
}
