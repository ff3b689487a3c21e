import { describe, expect, test } from 'vitest';
import {
	examplePlanDocument,
	examplePlanSource
} from '../../../../../tests/support/workshops/example-plan-document.ts';
import { onePixelPng } from '../../../../../tests/support/files/one-pixel-png.ts';
import { readPdf, streamsOf } from '../../../../../tests/support/files/read-pdf.ts';
import { pictureOrNull } from '../../files/picture.ts';
import { compactPdf } from '../pdf/compact-pdf.ts';
import { drawableText } from '../pdf/drawable-text.ts';
import { pdfFile } from '../pdf/pdf-file.ts';
import { planDocumentContent } from './plan-content.ts';
import { actionsOf, planDocument } from './plan-document.ts';
import { compileTypst } from '../pdf/typst-compiler.ts';

describe('the plan as PDF', () => {
	test('[DX9] it is accessible, in the document’s language, with every action in its bookmarks', async () => {
		const document = examplePlanDocument();
		const pdf = readPdf(await pdfFile(planDocumentContent(document, 'ar')));
		expect(pdf.accessible).toBe(true);
		expect(pdf.language).toBe('ar-MA');
		expect(pdf.pages).toBeGreaterThan(25);
		for (const { action } of actionsOf(document)) {
			const title = pdf.bookmarks.find((bookmark) => bookmark.startsWith(action.code));
			expect(title).toContain(action.title.ar);
		}
		expect(pdf.bookmarks).toContain('ملخص تنفيذي');
	}, 30_000);

	test('[DX9] only the shipped fonts are in it', async () => {
		const source = examplePlanSource();
		const actions = source.plan.actions.slice(0, 1);
		const tifinagh = actions.map((action) => ({ ...action, location: 'ⴼⴰⵙ Fès فاس' }));
		const document = planDocument({ ...source, plan: { ...source.plan, actions: tifinagh } });
		const { fonts } = readPdf(await pdfFile(planDocumentContent(document, 'fr')));
		expect(fonts).toEqual([
			'IBMPlexSans-Bold',
			'IBMPlexSans-Regular',
			'IBMPlexSansArabic-Bold',
			'IBMPlexSansArabic-Regular',
			'NotoSansTifinagh-Regular'
		]);
	}, 30_000);

	test('[DX8] what people wrote is never markup, and a broken logo breaks nothing', async () => {
		const source = examplePlanSource();
		const title = { fr: '#panic("x") [*gras*] $a$ `b` </> \\ #let' };
		const actions = source.plan.actions.slice(0, 1).map((action) => ({ ...action, title }));
		const logos = [
			{ bytes: onePixelPng(), mediaType: 'image/png' },
			{ bytes: new Uint8Array([1, 2, 3]), mediaType: 'image/png' },
			{ bytes: new TextEncoder().encode('<svg/>'), mediaType: 'image/svg+xml' }
		];
		const pictures = await Promise.all(logos.map(({ bytes }) => pictureOrNull(bytes)));
		expect(pictures.map((picture) => picture?.mediaType)).toEqual([
			'image/png',
			undefined,
			undefined
		]);
		const organisers = pictures.map((logo, index) => ({
			name: `Organisation ${index + 1}`,
			role: 'organiser' as const,
			logo
		}));
		const document = planDocument({
			...source,
			workshop: { ...source.workshop, organisers },
			plan: { ...source.plan, actions }
		});
		const { bookmarks } = readPdf(await pdfFile(planDocumentContent(document, 'fr')));
		expect(bookmarks.some((bookmark) => bookmark.includes(title.fr))).toBe(true);
	}, 30_000);

	test('[DX9] emoji and bullets are drawn, a character that no font has becomes a mark', async () => {
		expect(drawableText('فكرة 👩‍👩‍👧 جيدة 中文 ⴰⵣⵓⵍ é 9\u202F500')).toEqual({
			text: 'فكرة 👩‍👩‍👧 جيدة \uFFFD\uFFFD ⴰⵣⵓⵍ é 9\u202F500',
			lost: 2
		});
		expect(drawableText('a\u0008b\ud800')).toEqual({ text: 'ab\uFFFD', lost: 0 });
		const source = examplePlanSource();
		const title = { fr: 'Idée 🙂 中文 \u0000 ★ ⇒' };
		const actions = source.plan.actions.slice(0, 1).map((action) => ({ ...action, title }));
		const document = planDocument({ ...source, plan: { ...source.plan, actions } });
		const { bookmarks } = readPdf(await pdfFile(planDocumentContent(document, 'fr')));
		expect(bookmarks).toContain('1.1.1 Idée 🙂 \uFFFD\uFFFD  ★ →');
	}, 30_000);

	test('[DX9] a sign that no font has becomes the plain one that is nearest', () => {
		expect(drawableText('① Ⅳ ⇒ ‣ ㎡ 𝐀 Ａ ‖ ∅').text).toBe('1 IV → • m2 A A | Ø');
		expect(drawableText('✔ ☎ ● ★ √ ≥ 1️⃣ 🇲🇦').lost).toBe(0);
	});

	test('[DX9] bookmarks and what is copied hold no mark of direction, and the file is packed', async () => {
		const source = examplePlanSource();
		const title = { ar: 'برنامج Maroc Taswiq 2025-2028 (ODCO)' };
		const actions = source.plan.actions.map((action) => ({ ...action, title }));
		const document = planDocument({ ...source, plan: { ...source.plan, actions } });
		const bytes = await pdfFile(planDocumentContent(document, 'fr'));
		const { bookmarks } = readPdf(bytes);
		expect(bookmarks.filter((text) => text.includes(title.ar))).toHaveLength(20);
		expect(bookmarks.join('')).not.toMatch(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/);
		const marks = /<(?:FEFF)?(?:[0-9A-F]{4})*?(?:200[EF]|202[A-E]|206[6-9])(?:[0-9A-F]{4})*>/;
		for (const stream of streamsOf(bytes))
			expect(marks.exec(stream)?.[0] ?? '').toMatch(/^(?:<.{4}>)?$/);
		expect(bytes.byteLength).toBeLessThan(400_000);
	}, 30_000);

	test('[DX9] a file that was not written as expected is not packed', async () => {
		await expect(compactPdf(Buffer.from('%PDF-1.7\nstartxref\n0\n%%EOF'))).rejects.toThrow(
			RangeError
		);
	});

	test('[DX10] a template that does not compile is told as document_failed', async () => {
		const job = { template: '#nothing', inputs: {}, files: [], fonts: [] };
		await expect(compileTypst(job)).rejects.toMatchObject({ code: 'document_failed' });
	}, 30_000);
});
