import type { DocumentContent, TableContent } from '../content/document-content.ts';
import type { WorkbookContent } from '../content/workbook-content.ts';

const table: TableContent = {
	caption: 'ا',
	columns: [
		{ head: 'ا', share: 50, align: 'start' },
		{ head: 'a', share: 50, align: 'figure' }
	],
	rows: [
		{ kind: 'group', cells: [{ lines: ['ب'] }] },
		{ kind: 'body', cells: [{ lines: ['ب b'] }, { lines: ['1'], missing: true }] },
		{ kind: 'total', cells: [{ lines: ['ج'] }, { lines: ['2'], strong: true }] }
	]
};

/** A short document with every kind of block in both scripts: writers run it once before they are asked. */
export const WARMING: DocumentContent = {
	locale: 'ar',
	cover: {
		kingdom: 'ا',
		organisers: [{ name: 'ا', role: 'a', logo: null }],
		region: 'ا',
		title: 'ا',
		workshop: 'a',
		programme: '',
		venue: 'ا',
		date: '1',
		version: 'ا',
		versionDate: '1',
		warning: 'ا'
	},
	watermark: 'ا',
	bodies: 'ا',
	sections: [
		{ landscape: false, blocks: [{ kind: 'contents', title: 'ا' }] },
		{
			landscape: true,
			blocks: [
				{ kind: 'heading', level: 1, text: 'ا' },
				{ kind: 'heading', level: 2, code: '1', text: 'ا' },
				{ kind: 'heading', level: 3, code: '1.1', text: 'a' },
				{ kind: 'heading', level: 4, text: 'a' },
				{ kind: 'paragraph', tone: 'body', text: 'ا (a) 1-2' },
				{ kind: 'paragraph', tone: 'warning', text: 'ا' },
				{ kind: 'list', ordered: true, items: ['ا', 'b'] },
				{ kind: 'quotation', text: 'ا', source: 'a' },
				{ kind: 'figures', figures: [{ value: '1', label: 'ا' }] },
				{ kind: 'fields', fields: [{ label: 'ا', value: { lines: ['a'] } }] },
				{ kind: 'marks', marks: [{ text: 'ا', warm: true }] },
				{ kind: 'steps', done: 1, of: 2 },
				{
					kind: 'chart',
					chart: { caption: 'ا', bars: [{ label: 'ا', share: 1, value: '1' }], table }
				},
				{ kind: 'signatures', places: [{ role: 'ا', hint: 'a' }] }
			]
		}
	]
};

/** The same for sheets. */
export const WARMING_SHEETS: WorkbookContent = {
	locale: 'ar',
	watermark: 'ا',
	sheets: [{ name: 'a', columns: [{ head: 'ا', width: 9 }], rows: [['ا'], [1], [null]] }]
};
