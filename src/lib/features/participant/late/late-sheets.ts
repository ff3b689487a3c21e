import type { Draft } from '#lib/client/board/draft.ts';
import type { LateNote, LateNoteState } from '#lib/domain/boards/late-note.ts';
import type { Note } from '#lib/domain/boards/note.ts';

/** A late note as its author sees it: on this device, or handed in and what became of it. */
export interface LateSheet {
	readonly id: string;
	readonly columnId: string;
	readonly text: string;
	readonly state: 'device' | LateNoteState;
	/** Epoch milliseconds. */
	readonly writtenAt: number;
	/** Null until it was handed in. */
	readonly handedAt: number | null;
}

/**
 * All of them in the order in which they were written. A newer wording on this device stands in the place
 * of what was handed in under the same key.
 */
export function lateSheets(
	drafts: readonly Draft[],
	notes: readonly LateNote[]
): readonly LateSheet[] {
	const waiting = new Set(drafts.map(({ key }) => key));
	const sheets: LateSheet[] = [
		...drafts.map(({ id, columnId, text, at }) => {
			return { id, columnId, text, state: 'device' as const, writtenAt: at, handedAt: null };
		}),
		...notes
			.filter(({ key }) => !waiting.has(key))
			.map(({ key, columnId, text, state, at, handedAt }) => {
				return { id: key, columnId, text, state, writtenAt: at, handedAt };
			})
	];
	return sheets.sort((a, b) => a.writtenAt - b.writtenAt);
}

/** The board is quicker to tell than the server: a sheet that stands on it as it was handed in was admitted. */
export function admittedBy(
	sheets: readonly LateSheet[],
	notes: readonly Note[]
): readonly LateSheet[] {
	if (!sheets.some(({ state }) => state === 'waiting')) return sheets;
	const standing = new Map(notes.map((note) => [note.key, note]));
	return sheets.map((sheet) => {
		const note = standing.get(sheet.id);
		const stands = note?.text === sheet.text && note.columnId === sheet.columnId;
		return sheet.state === 'waiting' && stands ? { ...sheet, state: 'admitted' } : sheet;
	});
}
