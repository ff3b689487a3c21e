import { expect, test } from 'vitest';
import { figureOf, rounded, tableOf, type Row } from './row.ts';

const row = (subject: string, people: number, figures: Row['figures']): Row => ({
	name: 'x',
	subject,
	peers: [],
	conditions: { people, seconds: 3 },
	figures
});

test('[BE5] a table has a column for each figure and for each condition that differs', () => {
	expect(tableOf([row('a', 1, { p50: 2 }), row('b', 9, { p50: 3, lost: 0 })])).toBe(
		[
			'| subject | people | p50 | lost |',
			'| --- | ---: | ---: | ---: |',
			'| a | 1 | 2 |  |',
			'| b | 9 | 3 | 0 |'
		].join('\n')
	);
});

test('[BE5] a figure that is not there meets no target', () => {
	const rows = [row('a', 1, { p50: 2 })];
	expect(figureOf(rows, 'a', 'p50') <= 2).toBe(true);
	expect(figureOf(rows, 'b', 'p50') <= 2).toBe(false);
	expect(rounded(1.25)).toBe(1.3);
});
