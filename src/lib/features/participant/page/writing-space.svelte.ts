/** Under this height of what is visible, an open keyboard leaves no room for a full head. */
const SHORT = 560;

/**
 * How much of the page the keyboard leaves. `height` is set where the browser lays the keyboard over the
 * page instead of making the page shorter. Browser only; give `observe` to an attachment or effect.
 */
export class WritingSpace {
	/** Visible height in CSS pixels, or undefined where the page has all of it. */
	height = $state<number>();
	/** Somebody writes and little room is left: the head shrinks to one strip. */
	tight = $derived.by(() => this.writing && this.short);
	private writing = $state(false);
	private short = $state(false);

	/** Follows the window and the fields inside `root`; gives what ends it. */
	observe(root: HTMLElement): () => void {
		const on = new AbortController();
		const { signal } = on;
		const view = window.visualViewport;
		const measure = (): void => {
			const visible = view?.height ?? window.innerHeight;
			// A zoomed page is looked at closely, not covered.
			const covered = (view?.scale ?? 1) <= 1.05 && window.innerHeight - visible > 80;
			this.height = covered ? visible : undefined;
			this.short = visible < SHORT;
		};
		// Later, since a field that is taken out of the page loses the focus while the page is being drawn.
		const look = (): void =>
			queueMicrotask(() => {
				const { activeElement } = document;
				this.writing = activeElement instanceof HTMLTextAreaElement && root.contains(activeElement);
			});
		measure();
		view?.addEventListener('resize', measure, { signal });
		window.addEventListener('resize', measure, { signal });
		root.addEventListener('focusin', look, { signal });
		root.addEventListener('focusout', look, { signal });
		return () => on.abort();
	}
}
