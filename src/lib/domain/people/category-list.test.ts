import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelKey, parseCategoryList } from './category-list.ts';
import { DomainError } from '../errors.ts';

const RAW =
	'٠كتابة الدولة المكلفة بالصناعة التقليدية والاقتصاد الاجتماعي والتضامني، ٠المدراء الجهويون للقطاعات الحكومية، • ممثلو القطاعات الحكومية ذات الصلة، المدراء الإقليمية لقطاع الصناعة التقليدية، ٠غرفة الصناعةالتقليدية بجهة فاس مكناس، ٠غرفة الفلاحة بجهة فاس مكناس، • أعضاء الهيئات المنتخبة، ٠المركز الجهوي للاستثمار، ٠مؤسسة محمد الخامس للتضامن، بنك المغرب، ٠المؤسسات البنكية و بريد بانك، • ممثلو جمعيات المجتمع المدني، • اتحادات وتعاونيات نشيطة بالجهة، • خبراء ومهنيون، • ممثلو القطاع الخاص، • والمؤسسات الأكاديمية والمالية والتنموية، ٠رجال الصحافة و الاعلام٠';

const CLEAN = [
	'كتابة الدولة المكلفة بالصناعة التقليدية والاقتصاد الاجتماعي والتضامني',
	'المدراء الجهويون للقطاعات الحكومية',
	'ممثلو القطاعات الحكومية ذات الصلة',
	'المدراء الإقليمية لقطاع الصناعة التقليدية',
	'غرفة الصناعة التقليدية بجهة فاس مكناس',
	'غرفة الفلاحة بجهة فاس مكناس',
	'أعضاء الهيئات المنتخبة',
	'المركز الجهوي للاستثمار',
	'مؤسسة محمد الخامس للتضامن',
	'بنك المغرب',
	'المؤسسات البنكية وبريد بانك',
	'ممثلو جمعيات المجتمع المدني',
	'اتحادات وتعاونيات نشيطة بالجهة',
	'خبراء ومهنيون',
	'ممثلو القطاع الخاص',
	'المؤسسات الأكاديمية والمالية والتنموية',
	'رجال الصحافة والاعلام'
];

const labels = (text: string) => parseCategoryList(text).items.map((item) => item.label);

describe('[LS1] the example’s own list', () => {
	test('[LS1] gives exactly its 17 items: marks, spacing and a leading و mended, wording kept', () => {
		expect(labels(RAW)).toEqual(CLEAN);
	});

	test('[LS1] says what was mended, and where', () => {
		const mended = parseCategoryList(RAW).items.filter((item) => item.corrections.length > 0);
		expect(mended.map((item) => [item.corrections, item.mended])).toEqual([
			[['glued_words'], ['الصناعة التقليدية']],
			[['detached_waw'], ['وبريد']],
			[['leading_waw'], ['المؤسسات']],
			[['detached_waw'], ['والاعلام']]
		]);
	});

	test('[LS1] gives the same when the text was wrapped by a mail program', () => {
		const wrapped = RAW.replace('المكلفة بالصناعة ', 'المكلفة بالصناعة\n').replace(
			'بنك المغرب، ',
			'بنك\nالمغرب،\n'
		);
		expect(labels(wrapped)).toEqual(CLEAN);
	});
});

describe('[LS2] marks of enumeration', () => {
	test.each([
		['(1) تعاونيات (2) جمعيات (3) مقاولات', ['تعاونيات', 'جمعيات', 'مقاولات']],
		['1. Élus\n2. Presse\n3. Banques', ['Élus', 'Presse', 'Banques']],
		['١) تعاونيات\n٢) جمعيات', ['تعاونيات', 'جمعيات']],
		['– Élus\n– Presse et médias', ['Élus', 'Presse et médias']],
		['- Cooperatives\n- Chambers', ['Cooperatives', 'Chambers']],
		['تعاونيات؛ جمعيات؛ مقاولات.', ['تعاونيات', 'جمعيات', 'مقاولات']],
		['تعاونيات\n\n\r\n  جمعيات  \n', ['تعاونيات', 'جمعيات']],
		['Élus ; Presse ; Banques', ['Élus', 'Presse', 'Banques']],
		['Unions, associations, CRI', ['Unions', 'associations', 'CRI']],
		['• Élus, maires • Presse, médias', ['Élus, maires', 'Presse, médias']],
		['\u200F• تعاونيات\u00A0نشيطة', ['تعاونيات نشيطة']]
	])('[LS2] %s', (text, expected) => {
		expect(labels(text)).toEqual(expected);
	});
});

describe('[LS3] commas and hyphens that belong to an item stay', () => {
	test.each([
		['Institutions académiques, financières et de développement\nPresse et médias', 2],
		['- Institutions académiques, financières\n- Presse, médias', 2],
		['Chambres (artisanat, agriculture), Presse', 2],
		['Région Fès-Meknès, Sous-directions', 2],
		['2025-2028, 12 coopératives', 2]
	])('[LS3] %s', (text, count) => {
		expect(labels(text)).toHaveLength(count);
	});
});

describe('[LS4] a leading و', () => {
	test.each([
		['تعاونيات، وجمعيات', 'وجمعيات'],
		['تعاونيات، وزارة الداخلية', 'وزارة الداخلية'],
		['تعاونيات، ووزارة الداخلية', 'وزارة الداخلية'],
		['تعاونيات، والي الجهة', 'والي الجهة'],
		['تعاونيات، والوالي', 'الوالي'],
		['تعاونيات، و جمعيات', 'جمعيات'],
		['تعاونيات، والصحافة', 'الصحافة']
	])('[LS4] %s', (text, second) => {
		expect(labels(text)[1]).toBe(second);
	});
});

test('[LS5] what came twice is left out once and named', () => {
	const list = parseCategoryList('تعاونيات\nجمعيات\nتعاونيّات\nPresse\npresse');
	expect(list.items.map((item) => item.label)).toEqual(['تعاونيات', 'جمعيات', 'Presse']);
	expect(list.duplicates).toEqual(['تعاونيّات', 'presse']);
});

test.each([
	['السلطات المحلية', 'السلطات المحل\u06CCة'],
	['الكهرباء', 'ال\u06A9هرباء'],
	['الهيئات', 'الھیئات'],
	['السلطات المحلية', 'ﺍﻟﺴﻠﻄﺎﺕ\u00A0ﺍﻟﻤﺤﻠﻴﺔ'],
	['السلطات المحلية', 'الســلطات المحليّـة'],
	['Région de Fès', 'REGION  DE FES']
])('[LS5] [JN9] %s and %s are one, as a search compares them', (first, again) => {
	expect(labels(`${first}\n${again}`)).toEqual([first]);
	expect(labelKey(first)).toBe(labelKey(again));
});

/** Lists that people sent, with what they wanted of them. */
const SENT: readonly { what: string; text: string; expected?: number[] }[] = [
	{
		what: 'two columns of a sheet',
		text: 'السلطات المحلية\t5\nالجماعات الترابية\t8\nالمجتمع المدني\t12\n',
		expected: [5, 8, 12]
	},
	{ what: 'letters', text: 'أ- السلطات المحلية\nب- الجماعات الترابية\nج- المجتمع المدني\n' },
	{ what: 'a chat', text: '*السلطات المحلية*\n*الجماعات الترابية*\n_المجتمع المدني_\n' },
	{ what: 'Word’s soft breaks', text: 'السلطات المحلية\vالجماعات الترابية\vالمجتمع المدني' },
	{ what: 'a PDF file', text: 'ﺍﻟﺴﻠﻄﺎﺕ ﺍﻟﻤﺤﻠﻴﺔ\nﺍﻟﺠﻤﺎﻋﺎﺕ ﺍﻟﺘﺮﺍﺑﻴﺔ\nﺍﻟﻤﺠﺘﻤﻊ ﺍﻟﻤﺪﻧﻲ' },
	{ what: 'one from its left end', text: 'ﺔﻴﻠﺤﻤﻟﺍ ﺕﺎﻄﻠﺴﻟﺍ\nﺔﻴﺑﺍﺮﺘﻟﺍ ﺕﺎﻋﺎﻤﺠﻟﺍ\nﻲﻧﺪﻤﻟﺍ ﻊﻤﺘﺠﻤﻟﺍ' },
	{
		what: 'spaces that do not break',
		text: 'السلطات\u00A0المحلية\nالجماعات\u00A0الترابية\nالمجتمع\u202Fالمدني'
	},
	{ what: 'bullets', text: '• السلطات المحلية\n• الجماعات الترابية\n• المجتمع المدني\n' },
	{
		what: 'a table',
		text: 'م\tالفئة\tالعدد\n1\tالسلطات المحلية\t5\n2\tالجماعات الترابية\t8\n3\tو المجتمع المدني\t12',
		expected: [5, 8, 12]
	}
];

test.each(SENT)('[LS8] [LS9] [LS10] [TX10] [TX11] $what', ({ text, expected }) => {
	const { items } = parseCategoryList(text);
	expect(items.map((item) => item.label)).toEqual([
		...['السلطات المحلية', 'الجماعات الترابية', 'المجتمع المدني']
	]);
	expect(items.map((item) => item.expected)).toEqual(expected ?? [null, null, null]);
});

test.each(['', '  \n ', '• ٠ – ،،', '؛؛'])('[LS6] %j holds no item', (text) => {
	expect(() => parseCategoryList(text)).toThrow('list_empty');
});

test('[LS6] more than 60 items, or an item or text that is too long, are refused', () => {
	const many = Array.from({ length: 61 }, (_, index) => `فئة ${index + 1} كذا`).join('\n');
	expect(() => parseCategoryList(many)).toThrow('too_many_items');
	expect(() => parseCategoryList('أ'.repeat(161))).toThrow('text_too_long');
	expect(() => parseCategoryList('أ\n'.repeat(20_000))).toThrow('text_too_long');
});

const word = fc.constantFrom('تعاونيات', 'نشيطة', 'بنك', 'Élus', 'régionaux', 'ممثلو', 'CRI');
const item = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const items = fc.uniqueArray(item, { minLength: 1, maxLength: 20, selector: labelKey });

test('[LS7] a list joined with any mark and any separator is read back', () => {
	const joined = fc.record({
		items,
		mark: fc.constantFrom('• ', '٠', '- ', '– ', ''),
		end: fc.constantFrom('،\n', '\n', ';\n', ' ؛ ')
	});
	fc.assert(
		fc.property(joined, ({ items, mark, end }) => {
			expect(labels(items.map((label) => mark + label).join(end))).toEqual(items);
		})
	);
});

test('[LS7] what was mended stands in the label, also where two corrections meet', () => {
	expect(parseCategoryList('وواةا').items).toEqual([
		{
			label: 'واة ا',
			expected: null,
			corrections: ['glued_words', 'leading_waw'],
			mended: ['واة ا', 'واة']
		}
	]);
});

test('[LS7] whatever is pasted, items are clean, few and different, or the list is refused', () => {
	const noise = fc.string({
		unit: fc.constantFrom(
			...[
				'ا',
				'ة',
				'و',
				' ',
				'\n',
				'،',
				';',
				'٠',
				'•',
				'-',
				'(',
				')',
				'1',
				'a',
				'\t',
				'*',
				':',
				'"'
			]
		),
		maxLength: 80
	});
	fc.assert(
		fc.property(noise, (text) => {
			let list;
			try {
				list = parseCategoryList(text);
			} catch (thrown) {
				expect(thrown).toBeInstanceOf(DomainError);
				return;
			}
			const keys = list.items.map((entry) => labelKey(entry.label));
			expect(new Set(keys).size).toBe(keys.length);
			for (const { label, mended } of list.items) {
				expect(label).toBe(label.trim());
				expect(label).not.toMatch(/\s\s|\n|•/);
				for (const words of mended) expect(label).toContain(words);
			}
		})
	);
});
