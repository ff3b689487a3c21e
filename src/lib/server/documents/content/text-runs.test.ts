import { describe, expect, test } from 'vitest';
import { writingDirection } from '#lib/domain/text/direction/writing-direction.ts';
import { quoted } from '#lib/domain/text/direction/quoted.ts';
import { directedRuns, hasEmoji } from './text-runs.ts';

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

	test('[DX1] a dash or a comma between Latin words does not part them', () => {
		expect(shape('برنامج “DIALOGUE – Takwia, Hiwar” (الممول)', 'rtl')).toEqual([
			'rtl:برنامج “',
			'ltr:\u200EDIALOGUE – Takwia, Hiwar\u200E',
			'rtl:” (الممول)'
		]);
		expect(shape('ODCO، CRI', 'rtl')).toEqual(['ltr:ODCO', 'rtl:، ', 'ltr:CRI']);
	});

	test('[DX1] a range behind Arabic words keeps its order and its place in a French sentence', () => {
		const runs = directedRuns('Le pôle (القطب 2025-2028) de Fès', 'ltr');
		expect(runs.map(({ text, direction, within }) => [text, direction, within])).toEqual([
			['Le pôle (', 'ltr', null],
			['القطب ', 'rtl', 'rtl'],
			['\u200F2025-2028', 'ltr', 'rtl'],
			[') de Fès', 'ltr', null]
		]);
	});

	test('[DX1] emoji ask for their own font, a keycap whole', () => {
		const runs = directedRuns('تعاون 🤝🌾 مع 👩‍🌾 1️⃣ 12', 'rtl');
		expect(runs.filter((run) => run.font === 'emoji').map((run) => run.text)).toEqual([
			'🤝🌾',
			'👩‍🌾',
			'1️⃣'
		]);
		expect(runs.at(-1)).toMatchObject({ text: '12', direction: 'ltr', font: null });
		expect([hasEmoji('❤️'), hasEmoji('المحور 1 ✔ ©')]).toEqual([true, false]);
	});

	test('[DX1] Tifinagh runs from the left and asks for its own font', () => {
		const runs = directedRuns('ⵜⵉⵡⵉⵣⵉ ⵏ ⵜⵎⵖⴰⵔⵉⵏ (تويزة النساء)', 'rtl');
		expect(runs.find((run) => run.font === 'tifinagh')?.text).toContain('ⵜⵉⵡⵉⵣⵉ ⵏ ⵜⵎⵖⴰⵔⵉⵏ');
		expect(runs.find((run) => run.font === 'tifinagh')?.direction).toBe('ltr');
		expect(runs.find((run) => run.text.includes('تويزة'))?.font).toBeNull();
	});

	test('[DX2] isolates bound runs and are not written', () => {
		const text = `المحور 1: ${quoted('Financement, 2025', 'rtl')}`;
		expect(shape(text, 'rtl').join('')).not.toMatch(/[\u2066-\u2069]/);
		expect(directedRuns('', 'rtl')).toEqual([]);
	});

	test('[DX2] a quotation of the other direction is told apart from the sentence around it', () => {
		const text = `Axe 1 : ${quoted('برنامج DIALOGUE للتنمية', 'ltr')}, 2025`;
		expect(directedRuns(text, 'ltr').map(({ text, within }) => [text, within])).toEqual([
			['Axe 1 : ', null],
			['برنامج ', 'rtl'],
			['DIALOGUE', 'rtl'],
			[' للتنمية', 'rtl'],
			[', 2025', null]
		]);
	});

	test('[DX2] a sentence of the document follows the page, people’s own text its letters', () => {
		expect(writingDirection('مجلس الجهة', 'ltr')).toBe('rtl');
		expect(writingDirection(`Axe 1 : ${quoted('البنيات التحتية والخدمات', 'ltr')}`, 'ltr')).toBe(
			'ltr'
		);
		expect(writingDirection('1.1.1', 'rtl')).toBe('rtl');
	});
});
