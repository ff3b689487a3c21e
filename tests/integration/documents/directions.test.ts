import { beforeAll, describe, expect, test } from 'vitest';
import { directionOf, LOCALES, type Locale } from '#lib/domain/text/locale.ts';
import { withOwnBullets } from '#lib/domain/text/lists/own-bullets.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { directionOnPage } from '#lib/features/text/direction-on-page.ts';
import { readZip, wordTextOf } from '../../support/files/read-zip.ts';
import { examplePlanSource } from '../../support/workshops/example-plan-document.ts';
import { planDocument, type PlanDocument } from '#lib/server/documents/plan/plan-document.ts';
import { planDocumentContent } from '#lib/server/documents/plan/plan-content.ts';
import { docxFile } from '#lib/server/documents/docx/docx-file.ts';
import { typstContent, type TypstLine } from '#lib/server/documents/pdf/typst-content.ts';
import { planWorkbook } from '#lib/server/documents/plan/plan-workbook.ts';
import { xlsxFile } from '#lib/server/documents/sheets/xlsx-file.ts';

/** Texts from life, with their direction in Arabic and in French and English documents. */
const TEXTS: readonly (readonly [string, 'rtl' | 'ltr', 'rtl' | 'ltr'])[] = [
	[
		'برنامج “DIALOGUE – Takwia Ibtikar Hiwar Taghyir” (الممول من طرف الاتحاد الأوروبي)، 2025.',
		'rtl',
		'ltr'
	],
	['مع Agence Française de Développement (AFD)', 'rtl', 'ltr'],
	['ODCO توحيد المعطيات بين المكتب والمديرية', 'rtl', 'rtl'],
	['Le pôle (القطب النموذجي 2025-2028) de Fès', 'rtl', 'rtl'],
	['L’accès au financement (التمويل)', 'ltr', 'ltr'],
	['● تهيئة السوق', 'rtl', 'rtl'],
	['✔ تكوين المسيرين', 'rtl', 'rtl'],
	['«مجلس» [الجهة] (فاس)', 'rtl', 'rtl'],
	['الهاتف 0535-62-00-00', 'rtl', 'rtl'],
	['صفحة أولى\fصفحة ثانية', 'rtl', 'rtl'],
	['ⵜⵉⵡⵉⵣⵉ ⵏ ⵜⵎⵖⴰⵔⵉⵏ', 'ltr', 'ltr'],
	['🤝🌾', 'rtl', 'ltr'],
	['2025-2028', 'rtl', 'ltr']
];

/** A plan with an action for each text, which is its location. */
function planOfTexts(): PlanDocument {
	const source = examplePlanSource();
	const [first] = source.plan.actions;
	if (!first) throw new Error('the example has no action');
	const actions = TEXTS.map(([text], index) => ({
		...first,
		id: `a${index}`,
		position: index + 1,
		location: text
	}));
	return planDocument({ ...source, plan: { ...source.plan, actions } });
}

/** What is left of a text that every format writes in its own way: marks of direction, spaces, runs. */
const inked = (text: string): string => text.replace(/[\s\p{Cf}\p{Cc}\uFE0F]/gu, '');

/** By text, the direction of the first paragraph that holds it and nothing else. */
function wordDirections(xml: string): Map<string, string> {
	const paragraphs = xml.match(/<w:p>.*?<\/w:p>/gs) ?? [];
	return new Map(
		paragraphs.map((paragraph) => [
			inked(wordTextOf(paragraph)),
			paragraph.includes('<w:bidi/>') ? 'rtl' : 'ltr'
		])
	);
}

function pdfDirections(content: ReturnType<typeof typstContent>): Map<string, string> {
	const found = new Map<string, string>();
	const add = (line: TypstLine): void => {
		const { text, rtl } = typeof line === 'string' ? { text: line, rtl: content.rtl } : line;
		found.set(inked(text), rtl ? 'rtl' : 'ltr');
	};
	for (const block of content.sections.flatMap((section) => section.blocks))
		if (block.kind === 'fields') for (const { value } of block.fields) value.lines.forEach(add);
	return found;
}

/** By text, the reading order of the cells of the first worksheet. */
function cellDirections(files: ReadonlyMap<string, string>): Map<string, string> {
	const texts = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(
		([, item = '']) => inked(item.replace(/<[^>]*>/g, ''))
	);
	const styles = files.get('xl/styles.xml') ?? '';
	const formats = [
		...(/<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0] ?? '').matchAll(
			/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs
		)
	].map(([format]) => /readingOrder="(\d)"/.exec(format)?.[1]);
	const cells = (files.get('xl/worksheets/sheet1.xml') ?? '').matchAll(
		/<c r="\w+" s="(\d+)" t="s"><v>(\d+)<\/v>/g
	);
	return new Map(
		[...cells].map(([, style, index]) => [
			texts[Number(index)] ?? '',
			formats[Number(style)] === '2' ? 'rtl' : formats[Number(style)] === '1' ? 'ltr' : 'unsaid'
		])
	);
}

describe.each(LOCALES.map((locale) => [locale]))('[DX2] directions in %s', (locale: Locale) => {
	const wanted = new Map(
		TEXTS.map(([text, arabic, other]) => [
			inked(text),
			directionOf(locale) === 'rtl' ? arabic : other
		])
	);
	/** Only the texts that are looked at. */
	const of = (found: ReadonlyMap<string, string>) =>
		new Map(TEXTS.map(([text]) => [inked(text), found.get(inked(withOwnBullets(text)))]));
	let document: PlanDocument;

	beforeAll(() => {
		document = planOfTexts();
	});

	test('[DX2] [TX3] a page', () => {
		overwriteGetLocale(() => locale);
		expect(new Map(TEXTS.map(([text]) => [inked(text), directionOnPage(text)]))).toEqual(wanted);
	});

	test('[DX2] Word', async () => {
		const files = readZip(await docxFile(planDocumentContent(document, locale)));
		expect(of(wordDirections(files.get('word/document.xml') ?? ''))).toEqual(wanted);
	}, 30_000);

	test('[DX2] the PDF', () => {
		const content = typstContent(planDocumentContent(document, locale));
		expect(of(pdfDirections(content))).toEqual(wanted);
	});

	test('[DX2] the workbook', async () => {
		expect(of(cellDirections(readZip(await xlsxFile(planWorkbook(document, locale)))))).toEqual(
			wanted
		);
	});
});
