import type { SubmitFunction } from '@sveltejs/kit';
import { applyAction } from '$app/forms';
import { invalidateAll } from '$app/navigation';

/**
 * Posts a form once at a time, for `use:enhance`. After a refusal the page is read again too, so that what
 * it shows is fresh; what was typed stays.
 */
export class OnePost {
	/** The answer is awaited. */
	pending = $state(false);
	readonly #ondone: () => void;

	/** `ondone` runs when the server did what was posted. */
	constructor(ondone: () => void = () => undefined) {
		this.#ondone = ondone;
	}

	readonly submit: SubmitFunction = ({ cancel }) => {
		if (this.pending) {
			cancel();
			return;
		}
		this.pending = true;
		return async ({ result }) => {
			await applyAction(result);
			this.pending = false;
			if (result.type === 'success') this.#ondone();
			if (result.type !== 'redirect') await invalidateAll();
		};
	};
}
