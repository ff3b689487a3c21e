import { describe, expect, test } from 'vitest';
import {
	examplePlanDocument,
	examplePlanSource
} from '../../../../../tests/support/workshops/example-plan-document.ts';
import { onePixelPng } from '../../../../../tests/support/files/one-pixel-png.ts';
import { readPdf } from '../../../../../tests/support/files/read-pdf.ts';
import { pictureOrNull } from '../../files/picture.ts';
import { drawableText } from './drawable-text.ts';
import { pdfPlan } from './pdf-plan.ts';
import { actionsOf, planDocument } from '../plan/plan-document.ts';
import { compileTypst } from './typst-compiler.ts';

describe('the plan as PDF', () => {
	test('[DX9] it is accessible, in the document’s language, with every action in its bookmarks', () => {
		const document = examplePlanDocument();
		const pdf = readPdf(pdfPlan(document, 'ar'));
		expect(pdf.accessible).toBe(true);
		expect(pdf.language).toBe('ar-MA');
		expect(pdf.pages).toBeGreaterThan(25);
		for (const { action } of actionsOf(document)) {
			const title = pdf.bookmarks.find((bookmark) => bookmark.startsWith(action.code));
			expect(title).toContain(action.title.ar);
		}
		expect(pdf.bookmarks).toContain('ملخص تنفيذي');
	}, 30_000);

	test('[DX9] only the shipped fonts are in it', () => {
		const source = examplePlanSource();
		const actions = source.plan.actions.slice(0, 1);
		const tifinagh = actions.map((action) => ({ ...action, location: 'ⴼⴰⵙ Fès فاس' }));
		const document = planDocument({ ...source, plan: { ...source.plan, actions: tifinagh } });
		const { fonts } = readPdf(pdfPlan(document, 'fr'));
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
		const { bookmarks } = readPdf(pdfPlan(document, 'fr'));
		expect(bookmarks.some((bookmark) => bookmark.includes(title.fr))).toBe(true);
	}, 30_000);

	test('[DX9] emoji and bullets are drawn, a character that no font has becomes a mark', () => {
		expect(drawableText('فكرة 👩‍👩‍👧 جيدة 中文 ⴰⵣⵓⵍ é 9\u202F500')).toBe(
			'فكرة 👩‍👩‍👧 جيدة \uFFFD\uFFFD ⴰⵣⵓⵍ é 9\u202F500'
		);
		expect(drawableText('a\u0008b\ud800')).toBe('ab\uFFFD');
		const source = examplePlanSource();
		const title = { fr: 'Idée 🙂 中文 \u0000 ★' };
		const actions = source.plan.actions.slice(0, 1).map((action) => ({ ...action, title }));
		const document = planDocument({ ...source, plan: { ...source.plan, actions } });
		const { bookmarks } = readPdf(pdfPlan(document, 'fr'));
		expect(bookmarks).toContain('1.1.1 Idée 🙂 \uFFFD\uFFFD  ★');
	}, 30_000);

	test('[DX10] a template that does not compile is told as document_failed', () => {
		const job = { template: '#nothing', inputs: {}, files: [], fonts: [] };
		expect(() => compileTypst(job)).toThrow(expect.objectContaining({ code: 'document_failed' }));
	}, 30_000);
});
