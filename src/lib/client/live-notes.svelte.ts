import { readNotes } from '#lib/board/board-doc.ts';
import type { NoteRef } from '#lib/board/clusters-doc.ts';
import type { Note } from '#lib/domain/note.ts';
import { LiveDocument, type As } from './live-document.svelte.ts';

/** A note and the board it stands on. */
export interface PlacedNote extends NoteRef {
	readonly note: Note;
}

/** The notes of several boards at once, for those who work over all of them. */
export class LiveNotes {
	readonly documents: readonly LiveDocument[];
	private readonly values: readonly {
		readonly board: string;
		readonly notes: { readonly current: Note[] };
	}[];

	/** `boards` are the ids of the activities, in the order in which their notes are read. */
	constructor(boards: readonly string[], as: As) {
		const opened = boards.map((board) => ({
			board,
			document: new LiveDocument('board', board, as)
		}));
		this.documents = opened.map(({ document }) => document);
		this.values = opened.map(({ board, document }) => ({
			board,
			notes: document.value(['notes'], readNotes)
		}));
	}

	/** All notes, by board and then oldest first. */
	get all(): readonly PlacedNote[] {
		return this.values.flatMap(({ board, notes }) =>
			notes.current.map((note) => ({ board, key: note.key, note }))
		);
	}

	get synced(): boolean {
		return this.documents.every((document) => document.synced);
	}

	destroy(): void {
		for (const document of this.documents) document.destroy();
	}
}
