import { noteRefId, type NoteRef } from '#lib/board/clusters-doc.ts';
import type { Note } from '#lib/domain/boards/note.ts';
import { liveBoardNotes } from './live-board-notes.ts';
import { LiveDocument, type As } from '../live-document.svelte.ts';

/** A note and the board it stands on. The same object as long as the note does not change. */
export interface PlacedNote extends NoteRef {
	/** Its reference id (`noteRefId`), which names it among all boards. */
	readonly id: string;
	readonly note: Note;
}

interface PlacedBoard {
	readonly document: LiveDocument;
	readonly notes: () => readonly PlacedNote[];
}

/** The notes of several boards at once, for those who work over all of them. */
export class LiveNotes {
	readonly documents: readonly LiveDocument[];
	private readonly boards: readonly PlacedBoard[];

	/** `boards` are the ids of the activities, in the order in which their notes are read. */
	constructor(boards: readonly string[], as: As) {
		this.boards = boards.map((board) => openBoard(board, as));
		this.documents = this.boards.map(({ document }) => document);
	}

	/** All notes, by board and then oldest first. */
	get all(): readonly PlacedNote[] {
		return this.boards.flatMap(({ notes }) => notes());
	}

	get synced(): boolean {
		return this.documents.every((document) => document.synced);
	}

	destroy(): void {
		for (const document of this.documents) document.destroy();
	}
}

function openBoard(board: string, as: As): PlacedBoard {
	const document = new LiveDocument('board', board, as);
	const live = liveBoardNotes(document.doc);
	const placed = new WeakMap<Note, PlacedNote>();
	const place = (note: Note): PlacedNote => {
		let known = placed.get(note);
		if (!known) {
			const { key } = note;
			known = { id: noteRefId({ board, key }), board, key, note };
			placed.set(note, known);
		}
		return known;
	};
	return { document, notes: () => live.current.map(place) };
}
