import { tick } from 'svelte';

/** Under this height of what is visible, an open keyboard leaves no room for a full head. */
const SHORT = 560;
/** Under these heights there is none for the question, and for the columns either. */
const WITHOUT_QUESTION = 300;
const WITHOUT_COLUMNS = 200;

/**
 * How much of the page the keyboard leaves. `height` is set where the browser lays the keyboard over the
 * page instead of making the page shorter. Browser only; give `observe` to an attachment or effect.
 */
export class WritingSpace {
	/** Visible height in CSS pixels, or undefined where the page has all of it. */
	height = $state<number>();
	/** Somebody writes and little room is left: the head shrinks to one strip. */
	tight = $derived.by(() => this.writing && this.visible < SHORT);
	/** So little that the question gives way to what is written. */
	questionless = $derived.by(() => this.writing && this.visible < WITHOUT_QUESTION);
	/** So little that the columns do, too. */
	columnless = $derived.by(() => this.writing && this.visible < WITHOUT_COLUMNS);
	private writing = $state(false);
	/** CSS pixels. */
	private visible = $state(Infinity);

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
			this.visible = visible;
			// What is written stays in sight where the page became shorter around it.
			void tick().then(() => {
				if (this.writing) document.activeElement?.scrollIntoView({ block: 'nearest' });
			});
		};
		const look = (): void => {
			const { activeElement } = document;
			this.writing = activeElement instanceof HTMLTextAreaElement && root.contains(activeElement);
		};
		// Later, since a field that is taken out of the page loses the focus while the page is being drawn, and a tap
		// that takes the focus away ends where it began only while the page stays as it is.
		const lookLater = (): void => void setTimeout(() => signal.aborted || look());
		measure();
		view?.addEventListener('resize', measure, { signal });
		window.addEventListener('resize', measure, { signal });
		root.addEventListener('focusin', lookLater, { signal });
		root.addEventListener('focusout', lookLater, { signal });
		return () => on.abort();
	}
}
