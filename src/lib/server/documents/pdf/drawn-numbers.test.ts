import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { examplePlanSource } from '../../../../../tests/support/workshops/example-plan-document.ts';
import { planDocumentContent } from '../plan/plan-content.ts';
import { planDocument } from '../plan/plan-document.ts';
import { pdfFile } from './pdf-file.ts';

/** Texts and the words that are drawn of their numbers, from left to right. */
const LINES = [
	['الهاتف 0535-62-00-00', ['0535-62-00-00']],
	['رقمنا 05 35 62 17 43', ['05', '35', '62', '17', '43']],
	['القانون 111-14', ['111-14']],
	['الفترة 2031-2038', ['2031-2038']],
	['من 11–27 شخصا', ['11–27']],
	['بكلفة 9 523 417,50 درهم', ['9', '523', '417,50']]
] as const;

/** Poppler’s reader, which tells where each word is drawn. */
const hasReader = (() => {
	try {
		execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
})();

/** The words of a PDF with their places. */
function drawnWords(pdf: Uint8Array): { word: string; left: number; line: string }[] {
	const folder = mkdtempSync(join(tmpdir(), 'drawn-numbers-'));
	try {
		const file = join(folder, 'plan.pdf');
		writeFileSync(file, pdf);
		execFileSync('pdftotext', ['-bbox', file, join(folder, 'words.html')]);
		const html = readFileSync(join(folder, 'words.html'), 'utf8');
		const WORD = /<word xMin="([^"]*)" yMin="([^"]*)"[^>]*>([^<]*)</g;
		return html.split('<page').flatMap((page, number) =>
			[...page.matchAll(WORD)].map(([, left = '', top = '', word = '']) => ({
				word,
				left: Number(left),
				line: `${number}/${Math.round(Number(top))}`
			}))
		);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

test.skipIf(!hasReader)(
	'[TX18] numbers of several parts are drawn in their order in the PDF',
	async () => {
		const source = examplePlanSource();
		const [first] = source.plan.actions;
		if (!first) throw new Error('the example has no action');
		const description = LINES.map(([text]) => text).join('\n');
		const plan = { ...source.plan, actions: [{ ...first, description }] };
		const words = drawnWords(
			await pdfFile(planDocumentContent(planDocument({ ...source, plan }), 'ar'))
		);
		for (const [, numbers] of LINES) {
			const [begin] = words.filter(({ word }) => word === numbers.at(-1));
			expect(begin, numbers.join(' ')).toBeDefined();
			const drawn = words
				.filter(({ line }) => line === begin?.line)
				.sort((a, b) => a.left - b.left)
				.map(({ word }) => word);
			expect(drawn.join(' ')).toContain(numbers.join(' '));
		}
	},
	30_000
);
