import * as Y from 'yjs';
import { notesOf } from './board-doc.ts';

/** The field of a note whose words were erased for ever. The server alone writes it; the gate knows none of that name. */
const ERASED = 'erased';

/** True for a note whose author's words were erased: nobody writes in it any more. */
export function isErasedNote(note: { readonly _map: ReadonlyMap<string, unknown> }): boolean {
	return note._map.has(ERASED);
}

/** True when a note heard just now that its words were erased. */
export function tellsErasure({ keys }: { readonly keys: ReadonlyMap<string, unknown> }): boolean {
	return keys.has(ERASED);
}

/** Of these keys those of notes whose words still stand, in a document as it is now. */
export function withWords(
	doc: Y.Doc,
	concerns: (key: string) => boolean
): (key: string) => boolean {
	const erased = new Set(
		[...notesOf(doc)].filter(([, note]) => isErasedNote(note)).map(([key]) => key)
	);
	return (key) => concerns(key) && !erased.has(key);
}

/** True when the words of any note were erased. */
export function holdsErasedNotes(doc: Y.Doc): boolean {
	return [...notesOf(doc).values()].some(isErasedNote);
}

/**
 * Puts `words` in the place of what stands in the notes of these keys, and marks them. A note that was deleted
 * stays without words. Phones that hold the old ones drop them when they hear of it.
 */
export function eraseNotes(doc: Y.Doc, concerns: (key: string) => boolean, words: string): void {
	for (const [key, note] of notesOf(doc)) {
		if (!concerns(key) || isErasedNote(note)) continue;
		const text = note.get('text');
		if (text instanceof Y.Text && text.length > 0) {
			text.delete(0, text.length);
			text.insert(0, words);
		}
		note.set(ERASED, true);
	}
}
