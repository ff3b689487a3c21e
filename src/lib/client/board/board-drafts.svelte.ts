import type { ErrorCode } from '#lib/domain/errors.ts';
import { isLate, type Draft } from './draft.ts';
import type { KeptItems } from '../kept/kept-items.ts';

/** One's own words for a board that are not on it, followed in runes and kept on the device. */
export class BoardDrafts {
	all = $state.raw<readonly Draft[]>([]);
	private readonly kept: KeptItems<Draft>;

	constructor(kept: KeptItems<Draft>) {
		this.kept = kept;
		this.all = kept.all;
	}

	/** Refused ones, and those that wait for the first contact with the server. */
	get refused(): readonly Draft[] {
		return this.all.filter((draft) => !draft.doubtful && !isLate(draft));
	}

	/** Those that came after the activity was closed and are not handed in yet. */
	get late(): readonly Draft[] {
		return this.all.filter((draft) => !draft.doubtful && isLate(draft));
	}

	/** Keeps drafts, in the place of those with the same id. */
	keep(drafts: readonly Draft[]): void {
		for (const draft of drafts) this.kept.set(draft.id, draft);
		this.all = this.kept.all;
	}

	/** Puts drafts away, by their ids. */
	drop(ids: readonly string[]): void {
		for (const id of ids) this.kept.delete(id);
		this.all = this.kept.all;
	}

	/** The server said no to handing in: the words stay as refused ones. */
	refuseLate(ids: readonly string[], code: ErrorCode): void {
		this.keep(this.late.filter(({ id }) => ids.includes(id)).map((draft) => ({ ...draft, code })));
	}
}
