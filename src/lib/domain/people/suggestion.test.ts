import { expect, test } from 'vitest';
import { isSettled, type SettledSuggestion } from './suggestion.ts';

const SETTLED: readonly SettledSuggestion[] = [
	{ kind: 'equal_names', people: ['a', 'b', 'c'] },
	{ kind: 'one_device', people: ['d', 'e'] }
];

test.each([
	['the same people', ['c', 'a', 'b'], true],
	['those who are left of them', ['a', 'c'], true],
	['a further person beside them', ['a', 'b', 'c', 'd'], false],
	['people of another kind of suggestion', ['d', 'e'], false],
	['others', ['x', 'y'], false]
])('[PE13] settled or not: %s', (_what, people, expected) => {
	expect(isSettled(SETTLED, { kind: 'equal_names', people })).toBe(expected);
});
