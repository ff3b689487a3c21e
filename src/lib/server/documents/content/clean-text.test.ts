import { expect, test } from 'vitest';
import { examplePlanSource } from '../../../../../tests/support/workshops/example-plan-document.ts';
import { readZip, wordTextOf } from '../../../../../tests/support/files/read-zip.ts';
import { docxFile } from '../docx/docx-file.ts';
import { typstContent } from '../pdf/typst-content.ts';
import { drawableText } from '../pdf/drawable-text.ts';
import { planDocumentContent } from '../plan/plan-content.ts';
import { planDocument } from '../plan/plan-document.ts';
import { planWorkbook } from '../plan/plan-workbook.ts';
import { xlsxFile } from '../sheets/xlsx-file.ts';
import { csvFile } from '../text/csv-file.ts';
import { cleanText } from './clean-text.ts';

const BREAKS = ['\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];
/** Words of a long text, a line, a title and a row, all broken by the same sign. */
const texts = (mark: string) => ({
	description: `وصف أول${mark}وصف ثان`,
	location: `موقع أول${mark}موقع ثان`,
	title: { ar: `عنوان أول${mark}عنوان ثان` },
	risks: [
		{ id: 'r', label: `خطر أول${mark}خطر ثان`, level: null, mitigation: `رد أول${mark}رد ثان` }
	]
});
const WORDS = ['وصف', 'موقع', 'عنوان', 'خطر', 'رد'];

test.each(BREAKS)('[TX10] words on both sides of %j stay apart in every document', async (mark) => {
	const source = examplePlanSource();
	const actions = source.plan.actions.slice(0, 1).map((action) => ({ ...action, ...texts(mark) }));
	const document = planDocument({ ...source, plan: { ...source.plan, actions } });
	const content = planDocumentContent(document, 'ar');
	const workbook = planWorkbook(document, 'ar');
	const files = {
		word: wordTextOf(readZip(await docxFile(content)).get('word/document.xml') ?? ''),
		pdf: JSON.stringify(typstContent(content), (_key, value: unknown) =>
			typeof value === 'string' ? drawableText(value).text : value
		),
		sheet: readZip(await xlsxFile(workbook)).get('xl/sharedStrings.xml') ?? '',
		csv: new TextDecoder().decode(csvFile(workbook))
	};
	for (const [name, text] of Object.entries(files)) {
		expect(text, name).not.toMatch(/أول(?=وصف|موقع|عنوان|خطر|رد)/u);
		expect(text, name).not.toMatch(/[\v\f\u0085\u2028\u2029]/u);
		for (const word of name === 'csv' ? WORDS.slice(0, 3) : WORDS)
			expect(text, name).toMatch(new RegExp(`${word} أول(?:\\s|"|\\\\n|&#10;|·)`, 'u'));
	}
});

test('[TX10] a text without any of them, tabs and emoji among it, is as it was', () => {
	expect(cleanText('a\tb ⵣ 👩‍🌾\n')).toBe('a\tb ⵣ 👩‍🌾\n');
	expect(cleanText('a\u0008b\ud800')).toBe('ab\uFFFD');
});
