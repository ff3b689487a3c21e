import { expect, test } from 'vitest';
import { agendaPlace } from './agenda-place.ts';

const AGENDA = [
	{ id: 'a', kind: 'protocol' },
	{ id: 'b', kind: 'notes' },
	{ id: 'c', kind: 'break' },
	{ id: 'd', kind: 'notes' }
] as const;

test.each([
	[null, 0],
	['a', 1],
	['b', 2],
	['c', 2],
	['d', 3],
	['gone', 0]
])('[RN6] at %s the day stands at activity %i of 3', (id, number) => {
	expect(agendaPlace(AGENDA, id)).toEqual({ number, total: 3 });
});
