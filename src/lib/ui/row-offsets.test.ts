import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnRows, rowAt, rowOffsets } from './row-offsets.ts';

const heights = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 60 });

describe('[LB2] of a long list only what is near the view is drawn', () => {
	test('rows begin where those before them and their gaps end', () => {
		expect([...rowOffsets([100, 200, 300], 12)]).toEqual([0, 112, 324, 636]);
	});

	test('the row at a place is the one that spans it', () => {
		fc.assert(
			fc.property(heights, fc.integer({ min: -500, max: 20_000 }), (high, place) => {
				const offsets = rowOffsets(high, 12);
				const row = rowAt(offsets, place);
				const clamped = Math.min(Math.max(place, 0), (offsets[high.length] ?? 0) - 1);
				expect(offsets[row]).toBeLessThanOrEqual(clamped);
				expect(offsets[row + 1]).toBeGreaterThan(clamped);
			})
		);
	});

	test('what is drawn and what is left out are together as high as all rows', () => {
		fc.assert(
			fc.property(
				heights,
				fc.nat(80),
				fc.nat(80),
				fc.integer({ min: -1, max: 59 }),
				(high, from, to, held) => {
					const offsets = rowOffsets(high, 12);
					const { rows, after } = drawnRows(offsets, { from, to }, Math.min(held, high.length - 1));
					const drawn = rows.map(({ index, before }) => before + (high[index] ?? 0) + 12);
					const sum = drawn.reduce((total, pixels) => total + pixels, after);
					expect(sum).toBe(offsets[high.length]);
					expect(rows.length).toBeGreaterThan(0);
					expect(rows.map(({ index }) => index)).toEqual(
						[...new Set(rows.map(({ index }) => index))].sort((a, b) => a - b)
					);
				}
			)
		);
	});

	test('a row that is held stays with its neighbours, so that Tab goes on from it', () => {
		const offsets = rowOffsets(new Array<number>(50).fill(10), 0);
		const { rows, after } = drawnRows(offsets, { from: 30, to: 32 }, 3);
		expect(rows).toEqual([
			{ index: 2, before: 20 },
			{ index: 3, before: 0 },
			{ index: 4, before: 0 },
			{ index: 30, before: 250 },
			{ index: 31, before: 0 }
		]);
		expect(after).toBe(180);
	});

	test('an empty list has nothing', () => {
		expect(drawnRows(rowOffsets([], 12), { from: 0, to: 9 })).toEqual({ rows: [], after: 0 });
	});
});
