import * as Y from 'yjs';
import type { NoteStanding } from '../domain/boards/note-history.ts';
import { notesOf, readNote } from './board-doc.ts';

/** A note that a change touched, as it stands after it. */
export type TouchedNote = NoteStanding & { readonly key: string };

/**
 * A board replayed change by change. Give it the updates of the log in their order; each answers with the
 * notes that stand otherwise than before.
 */
export class BoardHistory {
	readonly doc = new Y.Doc();
	private readonly standing = new Map<string, NoteStanding>();
	private readonly touched = new Set<string>();

	constructor() {
		const notes = notesOf(this.doc);
		notes.observeDeep((events) => {
			for (const event of events) {
				const [key] = event.path;
				if (typeof key === 'string') this.touched.add(key);
				else for (const own of event.keys.keys()) this.touched.add(own);
			}
		});
	}

	/** What changed since the last call. */
	take(): TouchedNote[] {
		const changed: TouchedNote[] = [];
		for (const key of this.touched) {
			const note = readNote(key, notesOf(this.doc).get(key));
			if (!note) continue;
			const before = this.standing.get(key);
			const { columnId, text, deleted: gone } = note;
			const after = { columnId, text, gone };
			if (before && sameStanding(before, after)) continue;
			this.standing.set(key, after);
			changed.push({ key, ...after });
		}
		this.touched.clear();
		return changed;
	}

	destroy(): void {
		this.doc.destroy();
	}
}

function sameStanding(a: NoteStanding, b: NoteStanding): boolean {
	return a.columnId === b.columnId && a.text === b.text && a.gone === b.gone;
}
