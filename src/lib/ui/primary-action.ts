/** A picture of a page shows such a button too, which nobody can press. */
const ACTION = ['a', 'button'].map((tag) => `${tag}.btn.primary:not(.skip)`).join();

/**
 * The one action of the page that is open, to be reached past all else: of its dialog where one is open. Undefined
 * where it has none that can be pressed. It is what is drawn as primary, so that a page says it in one place.
 */
export function primaryAction(page: Document): HTMLElement | undefined {
	const scope = page.querySelector('dialog[open]') ?? page;
	return [...scope.querySelectorAll<HTMLElement>(ACTION)].find(
		(action) => !action.matches(':disabled') && action.checkVisibility({ visibilityProperty: true })
	);
}
