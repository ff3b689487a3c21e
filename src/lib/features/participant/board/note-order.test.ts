import { expect, test } from 'vitest';
import type { NoteState } from '#lib/client/board/unsaved-notes.ts';
import type { Note } from '#lib/domain/boards/note.ts';
import { orderNotes } from './note-order.ts';

function note(key: string, columnId = 'S'): Note {
	return { key, columnId, text: key, createdAt: 0, deleted: false, edited: false };
}

test('[PP4] own notes that need care come first, then own saved ones, then others, newest first', () => {
	const states: Record<string, NoteState> = { 'me:1': 'device', 'me:2': 'saved', 'me:3': 'sent' };
	const notes = ['me:1', 'me:2', 'you:1', 'me:3', 'you:2'].map((key) => note(key));
	const ordered = orderNotes([...notes, note('me:4', 'W')], 'S', {
		isOwn: ({ key }) => key.startsWith('me'),
		stateOf: ({ key }) => states[key] ?? 'saved'
	});
	expect(ordered.own.map(({ key }) => key)).toEqual(['me:1', 'me:3', 'me:2']);
	expect(ordered.others.map(({ key }) => key)).toEqual(['you:2', 'you:1']);
});
