import { describe, expect, test } from 'vitest';
import { directedRuns, paragraphDirection, quoted } from './text-runs.ts';

const shape = (text: string, page: 'rtl' | 'ltr') =>
	directedRuns(text, page).map((run) => `${run.direction}:${run.text}`);

describe('runs of one direction', () => {
	test('[DX1] an amount inside Arabic is one left-to-right run', () => {
		expect(shape('بكلفة 9\u202F500\u202F000 درهم', 'rtl')).toEqual([
			'rtl:بكلفة ',
			'ltr:9\u202F500\u202F000',
			'rtl: درهم'
		]);
	});

	test('[DX1] a range or a signed number inside Arabic is held by marks', () => {
		expect(shape('خلال 2025-2028 ثم -5 نقط', 'rtl')).toEqual([
			'rtl:خلال ',
			'ltr:\u200E2025-2028\u200E',
			'rtl: ثم ',
			'ltr:\u200E-5\u200E',
			'rtl: نقط'
		]);
	});

	test('[DX1] Latin words that follow each other are one run, numbers are not', () => {
		expect(shape('برنامج Maroc Taswiq للمنتوجات (ODCO)', 'rtl')).toEqual([
			'rtl:برنامج ',
			'ltr:\u200EMaroc Taswiq\u200E',
			'rtl: للمنتوجات (',
			'ltr:ODCO',
			'rtl:)'
		]);
		expect(shape('1 2 3', 'rtl').filter((run) => run.startsWith('ltr'))).toHaveLength(3);
	});

	test('[DX1] Arabic letters only ever stand in right-to-left runs', () => {
		const runs = directedRuns('Le pôle (القطب النموذجي) de Fès فاس, 2025', 'ltr');
		for (const run of runs) {
			expect(/\p{Script=Arabic}/u.test(run.text)).toBe(run.direction === 'rtl');
		}
		expect(runs.map((run) => run.text).join('')).toBe('Le pôle (القطب النموذجي) de Fès فاس, 2025');
	});

	test('[DX1] Tifinagh runs from the left and asks for its own font', () => {
		const runs = directedRuns('ⵜⵉⵡⵉⵣⵉ ⵏ ⵜⵎⵖⴰⵔⵉⵏ (تويزة النساء)', 'rtl');
		expect(runs.find((run) => run.tifinagh)?.text).toContain('ⵜⵉⵡⵉⵣⵉ ⵏ ⵜⵎⵖⴰⵔⵉⵏ');
		expect(runs.find((run) => run.tifinagh)?.direction).toBe('ltr');
		expect(runs.find((run) => run.text.includes('تويزة'))?.tifinagh).toBe(false);
	});

	test('[DX2] isolates bound runs and are not written', () => {
		const text = `المحور 1: ${quoted('Financement, 2025')}`;
		expect(shape(text, 'rtl').join('')).not.toMatch(/[\u2066-\u2069]/);
		expect(directedRuns('', 'rtl')).toEqual([]);
	});

	test('[DX2] a sentence of the document follows the page, people’s own text its letters', () => {
		expect(paragraphDirection('مجلس الجهة', 'ltr')).toBe('rtl');
		expect(paragraphDirection(`Axe 1 : ${quoted('البنيات التحتية والخدمات')}`, 'ltr')).toBe('ltr');
		expect(paragraphDirection('1.1.1', 'rtl')).toBe('rtl');
	});
});
