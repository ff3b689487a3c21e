import { expect, test } from 'vitest';
import { historyOf, noteEventKind, notesAt, type NoteEvent } from './note-history.ts';

const event = (seq: number, key: string, over: Partial<NoteEvent> = {}): NoteEvent => ({
	seq,
	at: seq * 1000,
	key,
	by: { kind: 'author' },
	columnId: 'S',
	text: `${key}${seq}`,
	gone: false,
	...over
});

const EVENTS = [
	event(1, 'a'),
	event(2, 'b'),
	event(3, 'a', { columnId: 'W' }),
	event(4, 'b', { gone: true, text: '' }),
	event(5, 'b')
];

test('[HI1] the notes of any moment follow from the changes up to it', () => {
	const texts = (seq: number) => [...notesAt(EVENTS, seq).values()].map(({ text }) => text);
	expect(texts(0)).toEqual([]);
	expect(texts(2)).toEqual(['a1', 'b2']);
	expect(texts(4)).toEqual(['a3']);
	expect(texts(9)).toEqual(['a3', 'b5']);
});

test('[HI2] each change of a note says what it did', () => {
	const kinds = (key: string) =>
		historyOf(EVENTS, key).map(({ event: after, before }) => noteEventKind(before, after));
	expect(kinds('a')).toEqual(['written', 'moved']);
	expect(kinds('b')).toEqual(['written', 'removed', 'restored']);
	expect(noteEventKind(event(1, 'a'), event(2, 'a'))).toBe('worded');
});
