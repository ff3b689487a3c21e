import { describe, expect, test } from 'vitest';
import { readPastedList } from './pasted-list.ts';

/** Each name with its number behind an equals sign, where it has one. */
const read = (text: string): string[] =>
	readPastedList(text, 5000).items.map(({ name, count }) =>
		count === null ? name : `${name}=${count}`
	);

const TWO = ['السلطات المحلية=5', 'Communes, chambres=12'];

describe('[LS8] a list may be a table', () => {
	test.each([
		['cells of a sheet', 'السلطات المحلية\t5\r\nCommunes, chambres\t12\r\n'],
		['numbers as people write them', 'السلطات المحلية\t٥\nCommunes, chambres\t12 personnes'],
		['numbers as a sheet shows them', 'السلطات المحلية\t5,00\nCommunes, chambres\t12,00'],
		['a heading', 'الفئة\tالعدد\nالسلطات المحلية\t5\nCommunes, chambres\t12'],
		[
			'a heading of its own words',
			'Acteurs\tEffectif prévu\nالسلطات المحلية\t5\nCommunes, chambres\t12'
		],
		['a column of numbers', 'م\tالفئة\tالعدد\n1\tالسلطات المحلية\t5\n2\tCommunes, chambres\t12'],
		['one without a heading', '1\tالسلطات المحلية\t5\n2\tCommunes, chambres\t12'],
		['a column of letters', 'أ\tالسلطات المحلية\t5\nب\tCommunes, chambres\t12'],
		['a column of bullets', '•\tالسلطات المحلية\t5\n•\tCommunes, chambres\t12'],
		['numbers before names', '5\tالسلطات المحلية\n12\tCommunes, chambres'],
		['an empty column', 'السلطات المحلية\t\t5\nCommunes, chambres\t\t12'],
		['a row of sums', 'الفئة\tالعدد\nالسلطات المحلية\t5\nCommunes, chambres\t12\nالمجموع\t17'],
		['semicolons', 'السلطات المحلية;5\nCommunes, chambres;12\n'],
		['Arabic semicolons', 'السلطات المحلية؛5\nCommunes, chambres؛ 12'],
		['a file', '"Catégorie","Nombre"\n"السلطات المحلية","5"\n"Communes, chambres","12"'],
		['a broken cell', '"السلطات\nالمحلية"\t5\nCommunes, chambres\t12'],
		['a soft break in a cell of Word', 'السلطات\vالمحلية\t5\rCommunes,\vchambres\t12'],
		[
			'Markdown',
			'| Catégorie | Nombre |\n| --- | --: |\n| السلطات المحلية | 5 |\n| Communes, chambres | 12 |'
		],
		['colons', 'السلطات المحلية: 5\nCommunes, chambres : 12'],
		['dashes', 'السلطات المحلية - 5\nCommunes, chambres – 12'],
		['parentheses', '1. السلطات المحلية (5 أشخاص)\n2. Communes, chambres (12)'],
		['spaces of a PDF file', 'السلطات المحلية     5\nCommunes, chambres   12'],
		['lines in turn', 'السلطات المحلية\n5\nCommunes, chambres\n12'],
		['rows that are columns', 'السلطات المحلية\tCommunes, chambres\n5\t12'],
		['rows with heads', 'الفئة\tالسلطات المحلية\tCommunes, chambres\nالعدد\t5\t12'],
		['marks of chats', '*السلطات المحلية*\t5\n_Communes, chambres_\t12'],
		['words before', 'لائحة المدعوين:\nالسلطات المحلية\t5\nCommunes, chambres\t12']
	])('[LS8] %s', (_what, text) => {
		expect(read(text)).toEqual(TWO);
	});

	test.each([
		[
			'a cell for some lines',
			'Élus\t5\nPresse\nBanques\nCRI',
			['Élus=5', 'Presse', 'Banques', 'CRI']
		],
		['a semicolon for some', 'Élus;5\nPresse\nBanques;9', ['Élus=5', 'Presse', 'Banques=9']],
		['groups beside names', 'Public\tWilaya\t5\n\tCommunes\t8', ['Wilaya=5', 'Communes=8']],
		[
			'names alone',
			'السلطات المحلية\tالجماعات\tالمجتمع',
			['السلطات المحلية', 'الجماعات', 'المجتمع']
		],
		['numbered lines', '1\tÉlus\n2\tPresse', ['Élus', 'Presse']],
		['a name without a number', 'Élus\t\nPresse\t3\nBanques\t9', ['Élus', 'Presse=3', 'Banques=9']],
		['semicolons of a list', 'Élus ; Presse ; Banques', ['Élus', 'Presse', 'Banques']],
		['one row', 'Communes;8', ['Communes=8']],
		[
			'a row that ends in a sign',
			'Élus;5\nPresse;8;\nBanques;9',
			['Élus=5', 'Presse=8', 'Banques=9']
		],
		['Arabic commas', 'السلطات،5\nالجماعات،8', ['السلطات=5', 'الجماعات=8']],
		['parentheses of some', 'Élus (5)\nCRI (8)\nPresse', ['Élus=5', 'CRI=8', 'Presse']],
		['a dash for nobody', 'Élus\t-\nPresse\t3', ['Élus', 'Presse=3']],
		['a number in a name', 'Région 5\nRégion 8', ['Région 5', 'Région 8']],
		[
			'a column of sums beside its parts',
			'Catégorie\tFemmes\tTotal\nÉlus\t2\t5\nPresse\t1\t3',
			['Élus=5', 'Presse=3']
		]
	])('[LS8] %s', (_what, text, items) => {
		expect(read(text)).toEqual(items);
	});
});

describe('[LS11] what was not understood is told, and not called read', () => {
	test.each([
		['Élus\t5-8\nPresse\t3\nBanques\t9', [], ['Élus · 5-8']],
		['Élus\tà préciser\nPresse\t3', [], ['Élus · à préciser']],
		['Élus\t9000\nPresse\t3', [], ['Élus · 9000']],
		['Élus\t5\tWilaya\nPresse\t3\tMAP', [], ['Élus · Wilaya', 'Presse · MAP']],
		[
			'Catégorie\tNombre\tObservations\nÉlus\t5\tx\nPresse\t3\ty',
			['Catégorie · Nombre · Observations'],
			['Observations']
		],
		['Élus ; Presse\nBanques ; 5 ; Chambres', [], ['5']],
		['الفئات:\n- السلطات\n- الجماعات', ['الفئات:'], []],
		['Élus\t5\nTotal général\t5', ['Total général · 5'], []],
		['Élus\nPresse', [], []]
	])('[LS11] %j', (text, leftOut, unread) => {
		expect(readPastedList(text, 5000)).toMatchObject({ leftOut, unread });
	});
});

test('[LS10] letters, ordinals and private signs enumerate in a list as numbers do', () => {
	expect(read('أ- سلطات، أمن ب- جماعات')).toEqual(['سلطات، أمن', 'جماعات']);
	expect(read('أولا: سلطات\nثانيا: جماعات')).toEqual(['سلطات', 'جماعات']);
	expect(read('\uF0D8 Élus\n\uF0FC Presse')).toEqual(['Élus', 'Presse']);
	expect(read('▪\uFE0F Élus\n➡\uFE0F Presse\n🔹 Banques')).toEqual(['Élus', 'Presse', 'Banques']);
	expect(read('1\nÉlus\n2\nPresse')).toEqual(['Élus', 'Presse']);
});

test('[LS8] [LS10] a long text without order is read in no time to speak of', () => {
	const began = performance.now();
	for (const piece of ['"a\t', 'a;', '*_~', '1) ', 'a - ', 'x\n', '(a ', 'ـ', 'أ- ', ' : 1'])
		readPastedList(piece.repeat(20_000 / piece.length), 5000);
	expect(performance.now() - began).toBeLessThan(5000);
});
