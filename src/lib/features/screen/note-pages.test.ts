import { expect, test } from 'vitest';
import { notePages } from './note-pages.ts';

const AREA = { lanes: 2, height: 100, gap: 10 };
const note = (id: string, height: number, wide = false) => ({ note: id, height, wide });
const layout = (...notes: ReturnType<typeof note>[]) =>
	notePages(notes, AREA).map((page) => page.map((placed) => placed.note));

test('[SC6] notes flow into the lane that is least filled', () => {
	const [page] = notePages([note('a', 60), note('b', 20), note('c', 20)], AREA);
	expect(page).toEqual([
		{ note: 'a', lane: 0, span: 1, top: 0 },
		{ note: 'b', lane: 1, span: 1, top: 0 },
		{ note: 'c', lane: 1, span: 1, top: 30 }
	]);
});

test('[SC6] a page ends when no lane has room, and no note is cut or lost', () => {
	expect(layout(note('a', 60), note('b', 60), note('c', 40), note('d', 10))).toEqual([
		['a', 'b'],
		['c', 'd']
	]);
});

test('[SC6] a long note takes two lanes, below what stands in both', () => {
	const [page] = notePages([note('a', 30), note('long', 40, true), note('b', 10)], AREA);
	expect(page?.slice(1)).toEqual([
		{ note: 'long', lane: 0, span: 2, top: 40 },
		{ note: 'b', lane: 0, span: 1, top: 90 }
	]);
});

test('[SC6] in one lane a long note takes that one', () => {
	const pages = notePages([note('long', 40, true)], { ...AREA, lanes: 1 });
	expect(pages).toEqual([[{ note: 'long', lane: 0, span: 1, top: 0 }]]);
});

test('[SC6] a note taller than the page has one of its own', () => {
	expect(layout(note('a', 20), note('b', 20), note('tall', 140), note('c', 20))).toEqual([
		['a', 'b'],
		['tall', 'c']
	]);
	expect(notePages([], AREA)).toEqual([]);
});
