import type { LiveBoard } from '#lib/client/board/live-board.svelte.ts';
import type { LateNote } from '#lib/domain/boards/late-note.ts';
import { lateSheets, type LateSheet } from '../late/late-sheets.ts';

/** As much of a live board as is asked here. */
type BoardWithWords = Pick<LiveBoard, 'unsavedCount' | 'drafts' | 'late'>;

/** Where it reads from; each is looked at anew, so getters are followed in runes. */
export interface WordsSource {
	/** The board that is shown. */
	readonly shown: { readonly id: string } | undefined;
	/** By board; empty until the page is live. */
	readonly boards: ReadonlyMap<string, BoardWithWords>;
	/** One's own notes for boards that were revealed, until all of them stand on the board. */
	readonly revealed: ReadonlyMap<string, BoardWithWords>;
	/** Late notes of a board as the server has them. */
	lateOf(boardId: string): readonly LateNote[];
}

/** What became of one's own words that are not simply on the board. */
export class BoardWords {
	/** Words of some board are on this phone alone. */
	unsafe = $derived.by(() =>
		[...this.source.boards.values(), ...this.source.revealed.values()].some(
			({ unsavedCount, drafts }) => unsavedCount > 0 || drafts.length > 0
		)
	);
	/** Late notes of the shown board, here and at the server. */
	late = $derived.by((): readonly LateSheet[] => {
		const { shown } = this.source;
		return shown ? this.lateOn(shown.id) : [];
	});
	/** How many of them wait to be handed in. */
	lateHere = $derived.by(() => this.late.filter(({ state }) => state === 'device').length);
	/** How many of them are handed in and not decided yet. */
	lateThere = $derived.by(() => this.late.filter(({ state }) => state === 'waiting').length);
	private readonly source: WordsSource;

	constructor(source: WordsSource) {
		this.source = source;
	}

	/** Late notes of a board, here and at the server. Follows in runes. */
	lateOn(boardId: string): readonly LateSheet[] {
		const { boards, revealed } = this.source;
		const drafts = [boards, revealed].flatMap((opened) => opened.get(boardId)?.late ?? []);
		return lateSheets(drafts, this.source.lateOf(boardId));
	}
}
