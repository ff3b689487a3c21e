import { expect, test } from 'vitest';
import { catalogueProblems, type Message } from './catalogue-problems.ts';

const count = (...forms: string[]): Message => [
	{
		declarations: ['input count', 'local p = count: plural'],
		selectors: ['p'],
		match: Object.fromEntries(forms.map((form) => [`p=${form}`, '{count} …']))
	}
];
const whole = {
	ar: count('zero', 'one', 'two', 'few', 'many', 'other'),
	fr: count('one', 'many', 'other'),
	en: count('one', 'other')
};

function problems(ar: Message, fr: Message, en: Message): string[] {
	return catalogueProblems('vote', { ar: { k: ar }, fr: { k: fr }, en: { k: en } });
}

test('[MC1] the same keys, variables and all plural forms in three languages are well', () => {
	expect(problems('{a} في {b}', '{a} dans {b}', '{b} has {a}')).toEqual([]);
	expect(problems(whole.ar, whole.fr, whole.en)).toEqual([]);
});

test('[MC1] a key that a language lacks is named', () => {
	expect(
		catalogueProblems('vote', { ar: { $schema: 's', k: 'x' }, fr: { k: 'x' }, en: {} })
	).toEqual(['vote: k is missing in en']);
});

test('[MC1] variables that differ are named', () => {
	expect(problems('{name}', '{nom}', '{name}')).toEqual([
		'vote: k takes different variables (ar: name; fr: nom; en: name)'
	]);
});

test('[MC1] an empty text is named', () => {
	expect(problems('x', ' ', 'x')).toEqual(['vote/fr: k is empty']);
});

test.each(['Qui ?', 'Compté : 3', '« oui'])(
	'[MC4] a French text whose punctuation may begin a line is named: %s',
	(text) => {
		expect(problems(text, text, text)).toEqual([
			expect.stringContaining('vote/fr: k lets a line begin with punctuation')
		]);
		const held = text.replaceAll(' ', '\u00a0');
		expect(problems(held, held, held)).toEqual([]);
	}
);

test.each([
	['ar', count('one', 'two', 'few', 'other'), whole.fr, whole.en, 'zero, many'],
	['fr', whole.ar, count('one', 'other'), whole.en, 'many'],
	['en', whole.ar, whole.fr, count('other'), 'one']
] as const)('[MC2] a plural form that %s lacks is named', (language, ar, fr, en, missing) => {
	expect(problems(ar, fr, en)).toEqual([`vote/${language}: k lacks the plural form ${missing}`]);
});

test.each([
	['الهيئة', 'x', 'x', 'vote/ar: k says “الهيئة”; say المؤسسة'],
	['تنزيل CSV', 'x', 'x', 'vote/ar: k says “تنزيل CSV”; say تحميل'],
	['مجموعة بلا اسم', 'x', 'x', 'vote/ar: k says “بلا اسم”; say بدون اسم'],
	['60 شخصاً متوقعاً', 'x', 'x', 'vote/ar: k says “متوقع”; say المنتظرون'],
	['x', 'Retour à l’animation', 'x', 'vote/fr: k says “animation”; say facilitation, facilitateur'],
	['x', 'Vous êtes invité·e', 'x', 'vote/fr: k says “·e”; say le masculin seul'],
	['x', 'x', 'Look at the hall’s screen', 'vote/en: k says “hall’s screen”; say screen']
])('[MC5] a term that has another word now does not come back: %s %s %s', (ar, fr, en, problem) => {
	expect(problems(ar, fr, en)).toEqual([problem]);
});

test('[MC5] undo and cancel have a word each, and plain names are no retired ones', () => {
	const named = (fr: string) =>
		catalogueProblems('common', {
			ar: { common_undo: 'تراجع' },
			fr: { common_undo: fr },
			en: { common_undo: 'Undo' }
		});
	expect(named('Annuler')).toEqual(['common/fr: common_undo has to be “Annuler l’action”']);
	expect(named('Annuler l’action')).toEqual([]);
	expect(problems('بلا اسمك، قابل للتنزيل، بدون اسم', 'opérationnel', 'screen')).toEqual([]);
});

test('[MC2] a wildcard stands for every form', () => {
	expect(
		problems([{ ...(whole.ar[0] as object), match: { 'p=*': '{count}' } }], whole.fr, whole.en)
	).toEqual([]);
});
