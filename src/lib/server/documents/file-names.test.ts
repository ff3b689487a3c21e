import { describe, expect, test } from 'vitest';
import { contentDisposition, documentFileName } from './file-names.ts';

describe('names of files', () => {
	test('[DX13] a title in any script becomes a name that a file system takes', () => {
		const title = { ar: 'خطة عمل: القطب/النموذجي', fr: 'Plan d’action « pôle »' };
		expect(documentFileName('plan', title, '2025-04-15', 'ar', 'docx')).toBe(
			'plan-خطة-عمل-القطب-النموذجي-2025-04-15.docx'
		);
		expect(documentFileName('plan', title, '2025-04-15', 'fr', 'pdf')).toBe(
			'plan-Plan-d-action-pôle-2025-04-15.pdf'
		);
		const now = Date.parse('2026-01-02T03:04:05Z');
		expect(documentFileName('workshop', {}, null, 'ar', 'json', now)).toBe(
			'workshop-2026-01-02.json'
		);
		const long = { ar: 'كلمة '.repeat(60) };
		expect(documentFileName('plan', long, null, 'ar', 'docx', now).length).toBeLessThan(90);
	});

	test('[DX13] the header carries the whole name and a plain one', () => {
		expect(contentDisposition('plan-خطة-2025.docx')).toBe(
			`attachment; filename="plan-2025.docx"; filename*=UTF-8''plan-%D8%AE%D8%B7%D8%A9-2025.docx`
		);
		expect(contentDisposition("خطة (1)'.pdf")).toContain(
			"filename*=UTF-8''%D8%AE%D8%B7%D8%A9%20%281%29%27.pdf"
		);
		expect(contentDisposition('mise-en-œuvre-Æquo-Straße-été.pdf')).toContain(
			'filename="mise-en-oeuvre-AEquo-Strasse-ete.pdf"'
		);
		expect(contentDisposition('خطة.pdf')).toContain('filename="document.pdf"');
		expect(contentDisposition('a"b\r\nc.pdf')).toMatch(
			/^attachment; filename="abc\.pdf"; [^\r\n"]+$/
		);
	});
});
