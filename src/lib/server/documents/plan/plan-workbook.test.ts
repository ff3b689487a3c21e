import { describe, expect, test } from 'vitest';
import {
	examplePlanDocument,
	examplePlanSource
} from '../../../../../tests/support/workshops/example-plan-document.ts';
import { readZip } from '../../../../../tests/support/files/read-zip.ts';
import { planDocument } from './plan-document.ts';
import { xlsxFile } from '../sheets/xlsx-file.ts';
import { planWorkbook } from './plan-workbook.ts';

const sheet = (files: Map<string, string>, number: number): string =>
	files.get(`xl/worksheets/sheet${number}.xml`) ?? '';

describe('the plan as a workbook', () => {
	test('[DX11] five sheets from the right, each with a head that stays, all 20 actions', async () => {
		const files = readZip(await xlsxFile(planWorkbook(examplePlanDocument(), 'ar')));
		for (let number = 1; number <= 5; number++) {
			expect(sheet(files, number)).toContain('rightToLeft="1"');
			expect(sheet(files, number)).toContain('state="frozen"');
		}
		// The watermark's row, the head, and one row an action.
		expect(sheet(files, 1).match(/<row /g)).toHaveLength(22);
		const strings = files.get('xl/sharedStrings.xml') ?? '';
		expect(strings).toContain('معطيات توضيحية – للاختبار فقط');
		expect(strings).toContain('5.10.4');
		expect(strings).not.toMatch(/[\u2066-\u2069]/);
	});

	test('[DX11] heads and codes stand on every printed page, and a list that allows it takes one across', async () => {
		const files = readZip(await xlsxFile(planWorkbook(examplePlanDocument(), 'fr')));
		const workbook = files.get('xl/workbook.xml') ?? '';
		const titles = [...workbook.matchAll(/<definedName [^>]*localSheetId="(\d)">([^<]*)</g)];
		// The watermark's row and the head.
		expect(
			titles.map(([, sheet, range]) => `${sheet} ${range?.replaceAll('&apos;', "'")}`)
		).toEqual([
			"0 'Actions'!$A:$A,'Actions'!$1:$2",
			"1 'Lignes de financement'!$A:$A,'Lignes de financement'!$1:$2",
			"2 'Totaux'!$1:$2",
			"3 'Participants'!$1:$2",
			"4 'Priorités'!$1:$2"
		]);
		expect(workbook.indexOf('</sheets>')).toBeLessThan(workbook.indexOf('<definedNames>'));
		const sheets = [1, 2, 3, 4, 5].map((number) => sheet(files, number));
		expect(sheets.map((xml) => xml.includes('fitToPage="1"'))).toEqual([
			...[false, true, true, true, true]
		]);
		for (const xml of sheets) {
			expect(xml).toMatch(/<worksheet[^>]*>(?:<sheetPr>.*<\/sheetPr>)?<sheetViews>/);
			expect(xml).toContain('fitToHeight="0"');
		}
		expect(sheets.map((xml) => xml.includes('xSplit="1"'))).toEqual([
			...[true, true, false, false, false]
		]);
	});

	test('[DX11] amounts are numbers, and the sums are those of the plan', async () => {
		const files = readZip(await xlsxFile(planWorkbook(examplePlanDocument(), 'fr')));
		expect(sheet(files, 1)).toContain('<v>9500000</v>');
		expect(sheet(files, 3)).toContain('<v>78000000</v>');
		expect(sheet(files, 3)).toContain('<v>31900000</v>');
		expect(sheet(files, 1)).not.toContain('rightToLeft="1"');
	});

	test('[DX11] every action tells its status, and an indicator only what was filled of it', () => {
		const source = examplePlanSource();
		const [first] = source.plan.actions;
		if (!first) throw new Error('the example has no action');
		const indicator = { id: 'i', source: '', periodicity: '' };
		const indicators = [
			{ ...indicator, label: 'barrages', baseline: '', target: '', unit: '' },
			{ ...indicator, label: 'puits', baseline: '', target: '9', unit: 'u.' },
			{ ...indicator, label: 'canaux', baseline: '1', target: '4', unit: 'km' }
		];
		const action = { ...first, status: 'not_started' as const, indicators };
		const plan = { ...source.plan, actions: [action] };
		const [sheet] = planWorkbook(planDocument({ ...source, plan }), 'fr').sheets;
		const cell = (head: string) =>
			sheet?.rows[0]?.[sheet.columns.findIndex((column) => column.head === head)];
		expect(cell('État d’avancement')).toBe('Non lancé');
		expect(cell('Indicateurs')).toBe('barrages\npuits · Cible\u00A0: 9 u.\ncanaux · 1 → 4 km');
	});

	test('[DX11] a text that begins like a formula stays a text', async () => {
		const source = examplePlanSource();
		const actions = source.plan.actions.map((action) => ({ ...action, location: '=1+1' }));
		const plan = { ...source.plan, actions };
		const files = readZip(await xlsxFile(planWorkbook(planDocument({ ...source, plan }), 'ar')));
		expect(files.get('xl/sharedStrings.xml')).toContain('=1+1');
		expect([...files.values()].join('')).not.toContain('<f>');
	});
});
