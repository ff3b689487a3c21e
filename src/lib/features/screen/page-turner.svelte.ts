/** How long a page of notes stands, in milliseconds. */
const PAGE_MS = 12_000;

/** Turns the pages of the notes by themselves, unless somebody stopped them. */
export class PageTurner {
	/** At least 1. */
	pages = $state(1);
	paused = $state(false);
	private turned = $state(0);

	/** From 0, always below `pages`. */
	get page(): number {
		return this.turned % this.pages;
	}

	/** For an effect: turns while there is more than one page. */
	run(): (() => void) | undefined {
		if (this.paused || this.pages < 2) return undefined;
		const timer = setInterval(() => this.turned++, PAGE_MS);
		return () => clearInterval(timer);
	}
}
