import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { admitNote } from './admit-note.ts';
import { addNote, deleteNote, editNoteText, readNotes } from './board-doc.ts';

const PSEUDONYM = 'a'.repeat(16);
const NOTE = { key: `${PSEUDONYM}:late00000001`, columnId: 'W', text: 'ضعف التسويق', at: 1000 };

test('[LN6] an admitted note stands under its author’s key and with its own time', () => {
	const doc = new Y.Doc();
	addNote(doc, { pseudonym: PSEUDONYM, columnId: 'S', text: 'الجودة', at: 2000 });
	admitNote(doc, NOTE);
	expect(readNotes(doc)[0]).toEqual({
		key: NOTE.key,
		columnId: 'W',
		text: 'ضعف التسويق',
		createdAt: 1000,
		deleted: false,
		edited: false
	});
	admitNote(doc, NOTE);
	expect(readNotes(doc)).toHaveLength(2);
});

test('[LN7] admitting a late edit replaces wording and column, and what was deleted stands again', () => {
	const doc = new Y.Doc();
	const key = addNote(doc, { pseudonym: PSEUDONYM, columnId: 'S', text: 'الجودة', at: 2000 });
	editNoteText(doc, key, 'جودة المنتوج', true);
	deleteNote(doc, key);
	admitNote(doc, { key, columnId: 'W', text: 'جودة المنتوجات المحلية', at: 2000 });
	expect(readNotes(doc)).toEqual([
		{
			key,
			columnId: 'W',
			text: 'جودة المنتوجات المحلية',
			createdAt: 2000,
			deleted: false,
			edited: 'somebody'
		}
	]);
});
