import { expect, test } from 'vitest';
import { pagesOf } from './docx-pages.ts';
import { wordTables } from './docx-table.ts';
import { wordText } from './docx-text.ts';
import { wordHeading } from './docx-contents.ts';
import type { WordNode } from './word-element.ts';

const WIDTH = 9000;
const text = wordText('en');
const tables = wordTables(text, WIDTH);
const heading = (id: number, newPage = false): WordNode =>
	wordHeading(
		{ level: 2, text: '', anchor: `h${id}`, id },
		[{ text: `Heading ${id}` }],
		text,
		newPage
	);
const paragraph = (words: string): WordNode => text.paragraph(words, { style: 'Lead' });
const rows = (count: number, lines = 1): WordNode =>
	tables.table({
		caption: '',
		columns: [{ head: 'Head', share: 100, align: 'start' }],
		rows: Array.from({ length: count }, () => ({
			kind: 'body',
			cells: [{ lines: Array.from({ length: lines }, () => 'line') }]
		}))
	});
/** The pages of the headings on pages of the given height in twips, the first one being page 1. */
const pages = (nodes: readonly WordNode[], height: number): number[] => [
	...pagesOf([{ width: WIDTH, height, nodes }], { first: 1, locale: 'en' }).values()
];

test('[DX5] what does not fit goes to the next page, and a heading with what follows it', () => {
	const filled = [heading(1), paragraph('one'), heading(2), paragraph('two')];
	expect(pages(filled, 6000)).toEqual([1, 1]);
	expect(pages(filled, 1500)).toEqual([1, 2]);
	// The second heading alone would fit, its paragraph would not.
	expect(pages(filled, 1750)).toEqual([1, 2]);
	expect(pages([heading(1), heading(2, true)], 6000)).toEqual([1, 2]);
});

test('[DX5] long paragraphs take the lines that their letters need', () => {
	const long = paragraph('word '.repeat(2000));
	const [first = 0, second = 0] = pages([heading(1), long, heading(2, true)], 14_000);
	expect(first).toBe(1);
	// 2,000 words of 5 letters at 11.5 points: some 115 lines of 17 words.
	expect(second).toBeGreaterThanOrEqual(4);
	expect(second).toBeLessThanOrEqual(5);
});

test('[DX5] rows stay whole, and the head of a table stands on each of its pages', () => {
	const one = pages([rows(40), heading(1)], 6000)[0] ?? 0;
	const headless = (40 * 290) / 6000;
	expect(one).toBeGreaterThanOrEqual(Math.ceil(headless));
	expect(pages([rows(3, 20), heading(1)], 6000)).toEqual([3]);
});

test('[DX5] sections begin pages of their own', () => {
	const section = (id: number) => ({ width: WIDTH, height: 6000, nodes: [heading(id)] });
	const told = pagesOf([section(1), section(2)], { first: 2, locale: 'ar' });
	expect([...told]).toEqual([
		['h1', 2],
		['h2', 3]
	]);
});
