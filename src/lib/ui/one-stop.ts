const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0]
};
const MENU = '[role=menu]';
const CURRENT = '[aria-current]:not([aria-current=false])';
/** What lies aside of the way counts so many times as what lies ahead. */
const ASIDE = 3;

/**
 * For an attachment to a group of controls that match `selector`: Tab stops at one of them, the one that had the
 * focus last, else the one that is marked as current; arrows go to the nearest one as they stand on the page, in either
 * direction of writing, Home and End to the first and the last. A menu that is open keeps its own keys. Where
 * the control that has the focus is taken out of the page, the nearest one gets it, unless something else
 * asked for it. Controls stand in rows of a list (`li`), whose places are compared.
 */
export function oneStop(selector: string): (group: HTMLElement) => () => void {
	return (group) => {
		const on = new AbortController();
		const { signal } = on;
		let current: HTMLElement | undefined;
		let place: DOMRect | undefined;

		const isLine = (element: HTMLElement): boolean =>
			element.matches(selector) && element.closest(MENU) === null;
		const controls = (): HTMLElement[] =>
			[...group.querySelectorAll<HTMLElement>(selector)].filter(
				(control) => control.closest(MENU) === null && !control.matches(':disabled')
			);
		const mark = (): void => {
			const all = controls();
			if (!current || !all.includes(current))
				current =
					all.find((control) => control.closest(CURRENT)) ??
					all.find((control) => boxOf(control).top >= group.getBoundingClientRect().top) ??
					all[0];
			for (const control of all) control.tabIndex = control === current ? 0 : -1;
		};
		const focused = ({ target }: FocusEvent): void => {
			if (!(target instanceof HTMLElement) || !isLine(target)) return;
			current = target;
			place = boxOf(target);
			mark();
		};
		/** Later, since a row that is taken out loses the focus while the page is being drawn. */
		const left = ({ target }: FocusEvent): void => {
			if (!(target instanceof HTMLElement) || !target.matches(selector)) return;
			const last = place;
			setTimeout(() => {
				const lost = document.activeElement === null || document.activeElement === document.body;
				if (target.isConnected || !lost || !last) return;
				nearest(controls(), (box) => distance(box, last))?.focus({ preventScroll: true });
			});
		};
		const moved = (event: KeyboardEvent): void => {
			const way = ARROWS[event.key];
			const { target } = event;
			const end = event.key === 'Home' ? 0 : event.key === 'End' ? -1 : undefined;
			if (
				(!way && end === undefined) ||
				event.ctrlKey ||
				event.metaKey ||
				event.altKey ||
				event.shiftKey
			)
				return;
			if (!(target instanceof HTMLElement) || !isLine(target)) return;
			// A button that opens a menu opens it by these.
			if (way && way[1] !== 0 && target.ariaHasPopup === 'menu') return;
			event.preventDefault();
			if (end !== undefined || !way) {
				controls()
					.at(end ?? 0)
					?.focus();
				return;
			}
			const from = boxOf(target);
			const ahead = controls().filter(
				(control) => control !== target && isAhead(boxOf(control), from, way)
			);
			nearest(ahead, (box) => along(box, from, way))?.focus();
		};

		group.addEventListener('focusin', focused, { signal });
		group.addEventListener('focusout', left, { signal });
		group.addEventListener('keydown', moved, { signal });
		const changes = new MutationObserver(mark);
		changes.observe(group, {
			childList: true,
			subtree: true,
			attributes: true,
			attributeFilter: ['aria-current', 'disabled']
		});
		mark();
		return () => {
			on.abort();
			changes.disconnect();
		};
	};
}

function boxOf(control: HTMLElement): DOMRect {
	return (control.closest('li') ?? control).getBoundingClientRect();
}

function isAhead(box: DOMRect, from: DOMRect, [x, y]: readonly [number, number]): boolean {
	if (y !== 0) return y > 0 ? box.top >= from.bottom - 1 : box.bottom <= from.top + 1;
	return x > 0 ? box.left >= from.right - 1 : box.right <= from.left + 1;
}

/** How far a box is on the way from another, what is aside counted more. */
function along(box: DOMRect, from: DOMRect, [x]: readonly [number, number]): number {
	const dx = Math.abs(middle(box.left, box.right) - middle(from.left, from.right));
	const dy = Math.abs(middle(box.top, box.bottom) - middle(from.top, from.bottom));
	return x === 0 ? dy + ASIDE * dx : dx + ASIDE * dy;
}

function distance(box: DOMRect, from: DOMRect): number {
	return Math.hypot(box.left - from.left, box.top - from.top);
}

function middle(from: number, to: number): number {
	return (from + to) / 2;
}

function nearest(
	controls: readonly HTMLElement[],
	far: (box: DOMRect) => number
): HTMLElement | undefined {
	let best: { control: HTMLElement; far: number } | undefined;
	for (const control of controls) {
		const at = far(boxOf(control));
		if (!best || at < best.far) best = { control, far: at };
	}
	return best?.control;
}
