import { expect, test } from 'vitest';
import { readZip } from '../../../../../tests/support/files/read-zip.ts';
import { docxFile } from '../docx/docx-file.ts';
import { typstContent } from '../pdf/typst-content.ts';
import type { Block, DocumentContent } from './document-content.ts';
import { keptWhole } from './kept-whole.ts';

const heading = (level: 1 | 2 | 4): Block => ({ kind: 'heading', level, text: 'Origin' });
const fields = (count: number, value = 'value'): Block => ({
	kind: 'fields',
	fields: Array.from({ length: count }, () => ({ label: 'label', value: { lines: [value] } }))
});
const table = (count: number, share: number, value: string): Block => ({
	kind: 'table',
	table: {
		caption: '',
		columns: [
			{ head: 'a', share, align: 'start' },
			{ head: 'b', share: 100 - share, align: 'start' }
		],
		rows: Array.from({ length: count }, () => ({
			kind: 'body',
			cells: [{ lines: [value] }, { lines: ['b'] }]
		}))
	}
});

test.each<[string, Block[], boolean]>([
	['a few fields under a heading', [heading(4), fields(4)], true],
	['a short table under a heading', [heading(2), table(6, 50, 'a')], true],
	['under the heading of a chapter, which begins a page', [heading(1), fields(4)], false],
	['no heading', [fields(1), fields(4)], false],
	['many rows', [heading(4), table(7, 50, 'a')], false],
	['a text that may be longer than a page', [heading(4), fields(1, 'word '.repeat(800))], false],
	['a narrow column', [heading(4), table(2, 10, 'word '.repeat(30))], false],
	['another block', [heading(4), { kind: 'steps', done: 1, of: 2 }], false]
])('[DX18] what stands whole on one page with its heading: %s', (_what, blocks, whole) => {
	expect(keptWhole(blocks, 1)).toBe(whole);
});

test('[DX18] Word and PDF keep a heading and its short table together', async () => {
	const content: DocumentContent = {
		locale: 'en',
		cover: {
			...{ kingdom: '', organisers: [], region: '', title: 'Title', workshop: '', programme: '' },
			...{ venue: '', date: '', version: '', versionDate: '', warning: null }
		},
		watermark: null,
		bodies: '',
		sections: [
			{ landscape: false, blocks: [heading(1), heading(4), fields(3), heading(4), fields(9)] }
		]
	};
	expect(typstContent(content).sections[0]?.blocks.map(({ kind }) => kind)).toEqual([
		...['heading', 'kept', 'heading', 'fields']
	]);
	const xml = readZip(await docxFile(content)).get('word/document.xml') ?? '';
	const [short = '', long = ''] = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)]
		.map(([found]) => found)
		.filter((found) => found.includes('label'));
	const kept = (found: string) =>
		[...found.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(
			([row]) => row.match(/<w:keepNext\/>/g)?.length ?? 0
		);
	expect(kept(short)).toEqual([2, 2, 0]);
	expect(kept(long).every((count) => count === 0)).toBe(true);
});
