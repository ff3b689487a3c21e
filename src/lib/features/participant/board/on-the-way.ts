import { hasNote } from '#lib/board/carry-notes.ts';
import type { LiveBoard } from '#lib/client/board/live-board.svelte.ts';
import type { Note } from '#lib/domain/boards/note.ts';

/** One's own notes that were revealed and did not come to the board yet, oldest first. Follows in runes. */
export function onTheWay(
	own: Pick<LiveBoard, 'notes'>,
	board: (Pick<LiveBoard, 'notes'> & { document: Pick<LiveBoard['document'], 'doc'> }) | undefined
): readonly Note[] {
	// Looked at for the sake of following: a note that was deleted on the board did come.
	if (!board?.notes) return own.notes;
	return own.notes.filter(({ key }) => !hasNote(board.document.doc, key));
}
