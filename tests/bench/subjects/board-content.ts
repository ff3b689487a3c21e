import * as Y from 'yjs';
import { addNote } from '#lib/board/board-doc.ts';
import { noteText } from '../load/note-text.ts';
import { seededRandom } from '../load/random.ts';

/** How many people wrote what stands on a board. */
export const AUTHORS = 300;

/**
 * A board of `count` notes as people left it: each author with a client id of their own, the notes in
 * turns. Numbers begin with 0. `pseudonyms` are the authors'.
 */
export function boardContent(
	count: number,
	pseudonyms: readonly string[],
	columnId: string
): Uint8Array {
	const random = seededRandom(count);
	const updates = pseudonyms.map((pseudonym, author) => {
		const doc = new Y.Doc();
		doc.clientID = 1 + Math.floor(random() * 2 ** 32);
		doc.transact(() => {
			for (let number = author; number < count; number += pseudonyms.length)
				addNote(doc, {
					pseudonym,
					columnId,
					text: noteText(number, random),
					at: Date.UTC(2025, 3, 15, 9) + number * 1000
				});
		});
		return Y.encodeStateAsUpdate(doc);
	});
	return Y.mergeUpdates(updates);
}

/** How many notes make a board of about `bytes`. */
export function notesIn(bytes: number): number {
	const sample = 400;
	return Math.round((bytes / boardContent(sample, somePseudonyms(40), 'S').length) * sample);
}

/** Pseudonyms for servers that give none. */
export function somePseudonyms(count: number): string[] {
	return Array.from({ length: count }, (_, index) => index.toString(36).padStart(16, 'p'));
}
