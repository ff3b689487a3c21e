import { invalidateAll } from '$app/navigation';
import type { SubmitFunction } from '@sveltejs/kit';
import { createContext } from 'svelte';
import { m } from '#lib/paraglide/messages.js';
import { tellUnreached } from '#lib/features/forms/tell-unreached.ts';
import { isUnreached, withDeadline } from '#lib/features/forms/unreached.ts';
import type { FormResult } from '#lib/features/forms/form-result.ts';

/**
 * How what stands in the page's form is kept: `saved`, `changed` since then, being `saving`, or `failed`
 * at the last attempt. One for each visit to the pages of preparing.
 */
export class SaveState {
	/** From the press until the page shows what came of it. */
	#sending = false;
	#state = $state<'saved' | 'changed' | 'saving' | 'failed'>('saved');

	/** True while something typed is not on the server yet. */
	get pending(): boolean {
		return this.#state !== 'saved';
	}

	get saving(): boolean {
		return this.#state === 'saving';
	}

	/** The word and the dot in the page's head. */
	get shown(): { ok: boolean; text: string } {
		if (this.#state === 'saved') return { ok: true, text: m.common_saved() };
		return { ok: false, text: this.saving ? m.common_saving() : m.common_not_saved() };
	}

	/** Something was typed, added, moved or taken away. */
	change(): void {
		if (this.#state !== 'saving') this.#state = 'changed';
	}

	/** The page shows what the server has again. */
	reset(): void {
		this.#state = 'saved';
	}

	/**
	 * Submits a form without losing anything that stands in it. `saved` runs once the server has it and
	 * the page's data are new. After `stale` the data are read again, so that a second attempt is made on
	 * the newest version. A second press sends nothing until the page
	 * shows what the first one did.
	 */
	submitter(saved?: () => void): SubmitFunction {
		return ({ cancel, controller, formData }) => {
			if (this.#sending) {
				cancel();
				return;
			}
			this.#sending = true;
			this.#state = 'saving';
			withDeadline({ controller, formData });
			return async ({ result, update }) => {
				if (isUnreached(result)) {
					this.#state = 'failed';
					this.#sending = false;
					tellUnreached();
					return;
				}
				const ok = result.type === 'success' || result.type === 'redirect';
				this.#state = ok ? 'saved' : 'failed';
				await update({ reset: false }).finally(() => (this.#sending = false));
				if (ok) saved?.();
				if (result.type === 'failure' && isStale(result.data)) await invalidateAll();
			};
		};
	}
}

/** Did somebody else save meanwhile? A guarded action says so in its failure. */
function isStale(failure: unknown): boolean {
	const { error } = (failure ?? {}) as Partial<FormResult>;
	return error?.code === 'stale';
}

export const [getSaveState, setSaveState] = createContext<SaveState>();
