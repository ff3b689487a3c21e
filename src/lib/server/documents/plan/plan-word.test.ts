import { beforeAll, describe, expect, test } from 'vitest';
import {
	examplePlanDocument,
	examplePlanSource
} from '../../../../../tests/support/workshops/example-plan-document.ts';
import { readZip, wordTextOf } from '../../../../../tests/support/files/read-zip.ts';
import { docxFile } from '../docx/docx-file.ts';
import { planDocumentContent } from './plan-content.ts';
import { actionsOf, planDocument } from './plan-document.ts';

const PARAGRAPH = /<w:p>.*?<\/w:p>|<w:p\/>/gs;
const RUN = /<w:r>.*?<\/w:r>/gs;
const ARABIC = /\p{Script=Arabic}/u;

describe('the plan in Word, in Arabic', () => {
	let files: Map<string, string>;
	let body: string;
	let text: string;

	beforeAll(async () => {
		files = readZip(await docxFile(planDocumentContent(examplePlanDocument(), 'ar')));
		body = files.get('word/document.xml') ?? '';
		text = wordTextOf(body);
	}, 30_000);

	/** Body and feet: all that is read on pages. */
	const parts = (): string[] =>
		[...files]
			.filter(([path]) => /word\/(document|footer\d)\.xml/.test(path))
			.map(([, xml]) => xml);

	test('[DX3] every paragraph is right-to-left', () => {
		const paragraphs = parts().flatMap((xml) => xml.match(PARAGRAPH) ?? []);
		expect(paragraphs.length).toBeGreaterThan(500);
		expect(paragraphs.filter((paragraph) => !paragraph.includes('<w:bidi/>'))).toEqual([]);
	});

	test('[DX3] every run says its direction, and every run of Arabic is right-to-left', () => {
		const runs = parts().flatMap((xml) => xml.match(RUN) ?? []);
		expect(runs.length).toBeGreaterThan(500);
		expect(runs.filter((run) => !run.includes('<w:rtl'))).toEqual([]);
		const arabic = runs.filter((run) => ARABIC.test(wordTextOf(run)));
		expect(arabic.length).toBeGreaterThan(400);
		expect(arabic.filter((run) => !run.includes('<w:rtl/>'))).toEqual([]);
	});

	test('[DX3] every table begins at the right', () => {
		const tables = parts().flatMap((xml) => xml.match(/<w:tblPr>.*?<\/w:tblPr>/gs) ?? []);
		expect(tables.length).toBeGreaterThan(60);
		expect(tables.filter((table) => !table.includes('<w:bidiVisual'))).toEqual([]);
	});

	test('[DX3] bold, size and font are set for complex script as well', () => {
		const styles = files.get('word/styles.xml') ?? '';
		expect(styles).toContain('w:cs="IBM Plex Sans Arabic"');
		expect(styles).toContain('<w:lang w:val="fr-MA" w:bidi="ar-MA"/>');
		for (const xml of [styles, ...parts()]) {
			expect(xml.match(/<w:b\/>/g)?.length ?? 0).toBe(xml.match(/<w:bCs\/>/g)?.length ?? 0);
			expect(xml.match(/<w:sz /g)?.length ?? 0).toBe(xml.match(/<w:szCs /g)?.length ?? 0);
		}
	});

	test('[DX4] all 20 actions are there with code, title and heading', () => {
		const entries = actionsOf(examplePlanDocument());
		expect(entries).toHaveLength(20);
		const headings = (body.match(PARAGRAPH) ?? [])
			.filter((paragraph) => paragraph.includes('w:val="Heading3"'))
			.map((paragraph) => wordTextOf(paragraph).trim());
		expect(headings).toEqual(
			entries.map(({ action }) => `${action.code}\u2002${action.title.ar ?? ''}`)
		);
	});

	test('[DX4] the cover, the figures and the sums are said in Arabic with Western digits', () => {
		for (const words of [
			'المملكة المغربية',
			'خطة عمل جهوية مندمجة لتفعيل القطب النموذجي للاقتصاد الاجتماعي والتضامني',
			'الثلاثاء 15 أبريل 2025',
			'78\u202F000\u202F000 درهم',
			'من شتنبر 2025 إلى دجنبر 2026 (16 شهراً)',
			'المصادر تساوي الكلفة',
			'31\u202F900\u202F000'
		]) {
			expect(text).toContain(words);
		}
		expect(text).not.toMatch(/[\u0660-\u0669\u2066-\u2069]/);
	});

	test('[DX4] an amount is a left-to-right run of its own', () => {
		const run = (body.match(RUN) ?? []).find((xml) => xml.includes('78\u202F000\u202F000'));
		expect(run).toContain('<w:rtl w:val="false"/>');
	});

	test('[DX5] the contents lead to every heading with a page number, and nobody is asked to update', () => {
		const numbers = [...body.matchAll(/PAGEREF (_Toc\d+) .*?separate"\/>(?:<w:t[^>]*>)?(\d*)/g)];
		expect(numbers).toHaveLength(36);
		expect(numbers.filter((match) => match[2] === '')).toEqual([]);
		for (const [, anchor] of numbers) expect(body).toContain(`w:name="${anchor}"`);
		expect(body).not.toContain('w:dirty');
	});

	test('[DX5] the pages in the contents are those on which LibreOffice lays the headings out', () => {
		const pages = [...body.matchAll(/<w:pStyle w:val="TOC3"\/>.*?separate"\/><w:t>(\d+)</g)];
		expect(pages.map((match) => Number(match[1]))).toEqual(
			Array.from({ length: 20 }, (_, index) => 9 + index)
		);
		const chapters = [...body.matchAll(/<w:pStyle w:val="TOC1"\/>.*?separate"\/><w:t>(\d+)</g)];
		expect(chapters.map((match) => Number(match[1]))).toEqual([3, 4, 5, 6, 29]);
	});

	test('[DX5] heads of tables repeat, and the foot counts pages', () => {
		expect(body.match(/<w:tblHeader\/>/g)?.length ?? 0).toBeGreaterThan(60);
		const foot = files.get('word/footer1.xml') ?? '';
		expect(foot).toContain('PAGE');
		expect(foot).toContain('NUMPAGES');
		expect(wordTextOf(foot)).toContain('مجلس جهة فاس مكناس');
	});

	test('[DX6] the watermark stands on the cover and in every foot, and the draft says what lacks', () => {
		const watermark = 'معطيات توضيحية – للاختبار فقط';
		expect(text).toContain(watermark);
		for (const [path, xml] of files) {
			if (path.startsWith('word/footer')) expect(wordTextOf(xml)).toContain(watermark);
		}
		expect(text).toContain('صيغة أولية');
		expect(text).toContain('20 إجراءً من 20 تنقصه حقول إلزامية');
		expect(text).toContain('12 من 14');
		expect(text).toContain('غير محدد');
	});

	test('[DX7] it is said from when numbers by group are, and no machine is named', () => {
		expect(text).toContain('حسب الفئات كما كانت عند إغلاق القاعة');
		const core = files.get('docProps/core.xml') ?? '';
		expect(core).toContain('<dc:title>خطة عمل جهوية');
		expect(core).not.toMatch(/Un-named|docx|root/i);
	});
});

describe('the plan in Word, otherwise', () => {
	test('[DX3] in French the page runs from the left and Arabic texts keep their direction', async () => {
		const body =
			readZip(await docxFile(planDocumentContent(examplePlanDocument(), 'fr'))).get(
				'word/document.xml'
			) ?? '';
		expect(body).not.toMatch(/<w:bidiVisual\/>/);
		const runs = (body.match(RUN) ?? []).filter((run) => ARABIC.test(wordTextOf(run)));
		expect(runs.length).toBeGreaterThan(100);
		expect(runs.filter((run) => !run.includes('<w:rtl/>'))).toEqual([]);
		expect(wordTextOf(body)).toContain('78\u202F000\u202F000\u00A0DH');
		expect(wordTextOf(body)).toContain('mardi 15 avril 2025');
	}, 30_000);

	test('[DX8] an empty plan is refused', () => {
		const source = examplePlanSource();
		const plan = { ...source.plan, actions: [] };
		expect(() => planDocument({ ...source, plan })).toThrow(
			expect.objectContaining({ code: 'plan_empty' })
		);
	});

	test('[DX8] what people wrote is never markup', async () => {
		const source = examplePlanSource();
		const controls = '\u0008\ud800\u0000';
		const title = { ar: '<w:p/> & "علامات" ⵜⵉⵡⵉⵣⵉ #let [x] $a$ `b`' };
		const actions = source.plan.actions
			.slice(0, 1)
			.map((action) => ({ ...action, title, location: controls }));
		const document = planDocument({ ...source, plan: { ...source.plan, actions } });
		const body =
			readZip(await docxFile(planDocumentContent(document, 'ar'))).get('word/document.xml') ?? '';
		expect(body).not.toMatch(/(?![\n\r\t])\p{Cc}/u);
		expect(wordTextOf(body)).toContain(`1.1.1\u2002${title.ar}`);
		expect(body).toContain('Noto Sans Tifinagh');
	}, 30_000);
});
