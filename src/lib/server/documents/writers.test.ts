import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../../tests/support/files/read-pdf.ts';
import { readZip, wordTextOf } from '../../../../tests/support/files/read-zip.ts';
import type { Block, DocumentContent } from './content/document-content.ts';
import type { WorkbookContent } from './content/workbook-content.ts';
import { docxFile } from './docx/docx-file.ts';
import { pdfFile } from './pdf/pdf-file.ts';
import { xlsxFile } from './sheets/xlsx-file.ts';
import { csvFile } from './text/csv-file.ts';
import { warmWriters } from './worker/write-file.ts';

const table = {
	caption: 'caption',
	columns: [
		{ head: 'heads', share: 60, align: 'start' },
		{ head: 'figures', share: 40, align: 'figure' }
	],
	rows: [
		{ kind: 'group', cells: [{ lines: ['grouped'] }] },
		{ kind: 'body', cells: [{ lines: ['bodily', 'second'] }, { lines: ['12'], missing: true }] },
		{ kind: 'total', cells: [{ lines: ['totalled'] }, { lines: ['13'] }] }
	]
} as const;

/** One block of each kind, with words that stand in it alone; the compiler asks for each. */
const BLOCKS: { readonly [Kind in Block['kind']]: Extract<Block, { kind: Kind }> } = {
	heading: { kind: 'heading', level: 2, code: 'A.1', text: 'headed' },
	contents: { kind: 'contents', title: 'contained' },
	paragraph: { kind: 'paragraph', tone: 'warning', text: 'warned' },
	list: { kind: 'list', ordered: true, items: ['firstly', 'lastly'] },
	quotation: { kind: 'quotation', text: 'quoted', source: 'sourced' },
	figures: { kind: 'figures', figures: [{ value: '1234', label: 'figured' }] },
	table: { kind: 'table', table },
	fields: { kind: 'fields', fields: [{ label: 'labelled', value: { lines: ['valued'] } }] },
	marks: { kind: 'marks', marks: [{ text: 'marked', warm: true }] },
	steps: { kind: 'steps', done: 2, of: 3 },
	chart: {
		kind: 'chart',
		chart: { caption: 'charted', bars: [{ label: 'barred', share: 0.5, value: '77' }], table }
	},
	signatures: { kind: 'signatures', places: [{ role: 'undersigned', hint: 'stamped' }] }
};

function contentOf(blocks: readonly Block[]): DocumentContent {
	return {
		locale: 'en',
		cover: {
			kingdom: 'Kingdom',
			organisers: [],
			region: '',
			title: 'Title',
			workshop: 'Workshop',
			programme: '',
			venue: '',
			date: '15 April 2025',
			version: 'Draft',
			versionDate: 'today',
			warning: null
		},
		watermark: null,
		bodies: 'Bodies',
		sections: [
			{ landscape: false, blocks: [{ kind: 'heading', level: 1, text: 'top' }, ...blocks] }
		]
	};
}

/** All words of a block but the kinds and sides that the model itself names. */
function wordsOf(block: Block): string[] {
	const own = new Set(['start', 'figure', 'group', 'body', 'total', 'warning', 'caption']);
	const found: string[] = [];
	JSON.stringify(block, (key, value: unknown) => {
		if (typeof value === 'string' && key !== 'kind' && !own.has(value)) found.push(value);
		return value;
	});
	return found;
}

describe('the writers of documents', () => {
	test.each(Object.entries(BLOCKS))(
		'[DX17] Word holds all words of a block: %s',
		async (_kind, block) => {
			const files = readZip(await docxFile(contentOf([block])));
			const text = wordTextOf(files.get('word/document.xml') ?? '');
			for (const word of wordsOf(block)) expect(text).toContain(word);
		}
	);

	test('[DX17] the PDF has each kind of block as a part that screen readers know', async () => {
		const bytes = await pdfFile(contentOf(Object.values(BLOCKS)));
		const pdf = readPdf(bytes);
		expect(pdf.accessible).toBe(true);
		expect(pdf.bookmarks).toEqual(['top', 'A.1 headed']);
		for (const part of ['H1', 'H2', 'TOC', 'L', 'Table', 'P']) expect(pdf.parts).toContain(part);
	});

	test('[DX17] bars in Word are as long as their shares', async () => {
		const bars = [1, 0.5, 0].map((share) => ({ label: `${share}`, share, value: '' }));
		const block = { kind: 'chart', chart: { caption: '', bars, table } } as const;
		const xml = readZip(await docxFile(contentOf([block]))).get('word/document.xml') ?? '';
		const filled = [
			...xml.matchAll(
				/<w:tcPr><w:tcW [^>]*w:w="(\d+)"\/>(?:<w:gridSpan [^>]*>)?<w:shd w:fill="(?:0B5E55|D9D2C5)"/g
			)
		];
		const [whole = 0, half = 0, none = 0] = filled.map((match) => Number(match[1]));
		expect(half / whole).toBeCloseTo(0.5, 1);
		expect(none).toBeLessThan(whole / 20);
	});

	test('[DX10] every writer runs once ahead without a fault', async () => {
		await expect(warmWriters()).resolves.toBeUndefined();
	}, 30_000);

	test('[DX11] a text that begins like a formula stays a text in a cell that is edited', async () => {
		const texts = ['=1+1', '+212 5', '-5', '@home', '\t=1', 'عربي', '1=1'];
		const workbook: WorkbookContent = {
			locale: 'ar',
			watermark: null,
			sheets: [{ name: 'a', columns: [{ head: 'h', width: 9 }], rows: texts.map((text) => [text]) }]
		};
		const files = readZip(await xlsxFile(workbook));
		const formats = /<cellXfs.*<\/cellXfs>/s.exec(files.get('xl/styles.xml') ?? '')?.[0] ?? '';
		const kept = [...formats.matchAll(/<xf [^>]*>/g)].map(([format]) =>
			format.includes('quotePrefix="1"')
		);
		const cells = [
			...(files.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<c r="A\d+" s="(\d+)" t="s">/g)
		];
		expect(cells.slice(1).map((match) => kept[Number(match[1])])).toEqual(
			texts.map((_text, index) => index < 5)
		);
		expect(new TextDecoder().decode(csvFile(workbook))).toContain("\r\n'=1+1\r\n");
	});
});
