import { SvelteSet } from 'svelte/reactivity';
import type { SubmitFunction } from '@sveltejs/kit';
import { applyAction } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import { tellUnreached } from './tell-unreached.ts';
import { isUnreached, withDeadline } from './unreached.ts';

interface Options {
	/** Runs before anything is sent; `false` sends nothing. */
	readonly before?: () => boolean;
	/** Runs when an answer came, whatever it says. */
	readonly answered?: () => void;
	/** Empties the fields when the server did what was posted. */
	readonly reset?: boolean;
}

/**
 * Posts a form once at a time, for `use:enhance`: a double click sends it once. The forms of a list may share
 * one; each of them counts for itself. After a refusal the page is
 * read again too, so that what it shows is fresh; what was typed stays. Where the server was not reached
 * nothing on the page changes, and a message says so.
 */
export class OnePost {
	/** Forms whose answer is awaited. */
	readonly #underWay = new SvelteSet<HTMLFormElement>();
	readonly #ondone: (sent: FormData) => void;
	readonly #options: Options;

	/** `ondone` runs when the server did what was posted. */
	constructor(ondone: (sent: FormData) => void = () => undefined, options: Options = {}) {
		this.#ondone = ondone;
		this.#options = options;
	}

	/** An answer is awaited. */
	get pending(): boolean {
		return this.#underWay.size > 0;
	}

	readonly submit: SubmitFunction = ({ cancel, controller, formData, formElement }) => {
		if (this.#underWay.has(formElement) || this.#options.before?.() === false) {
			cancel();
			return;
		}
		this.#underWay.add(formElement);
		withDeadline({ controller, formData });
		return async ({ result }) => {
			if (isUnreached(result)) {
				this.#underWay.delete(formElement);
				tellUnreached();
				return;
			}
			await applyAction(result);
			this.#underWay.delete(formElement);
			this.#options.answered?.();
			if (result.type === 'success') {
				if (this.#options.reset) formElement.reset();
				this.#ondone(formData);
			}
			if (result.type !== 'redirect') await invalidateAll();
		};
	};
}
