/** One passing message, with the way back where there is one. */
export interface ToastMessage {
	readonly text: string;
	/** The undo button's words and what it does. */
	readonly undo?: { readonly label: string; readonly run: () => void };
}

/** How long a message stands when nobody is on it, in milliseconds. */
export const TOAST_MS = 8_000;

/**
 * Holds the one message that is shown; a newer one takes its place. Messages are pushed from event
 * handlers only, so the module's single instance never carries anything between people on the server.
 */
export class Toaster {
	#current = $state.raw<ToastMessage | null>(null);
	#timer: ReturnType<typeof setTimeout> | undefined;

	get current(): ToastMessage | null {
		return this.#current;
	}

	/** Shows `message` for {@link TOAST_MS}. */
	show(message: ToastMessage): void {
		this.#current = message;
		this.release();
	}

	/** Keeps the message while somebody points at it or has the focus in it. */
	hold(): void {
		clearTimeout(this.#timer);
	}

	/** Lets the time run from the start again. */
	release(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.dismiss(), TOAST_MS);
	}

	dismiss(): void {
		clearTimeout(this.#timer);
		this.#current = null;
	}

	/** Runs the way back, once, and takes the message away. */
	undo(): void {
		const undo = this.#current?.undo;
		this.dismiss();
		undo?.run();
	}
}

/** The page's toaster; `+layout.svelte` draws it. */
export const toaster = new Toaster();
