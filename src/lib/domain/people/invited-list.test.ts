import { expect, test } from 'vitest';
import { parseInvitedList } from './invited-list.ts';

const people = (pasted: string): string[] =>
	parseInvitedList(pasted).people.map(({ name, organisation }) => `${name} / ${organisation}`);

test('[TK7] a list of invited people is read line by line, with the organisation after a semicolon or tab', () => {
	expect(people('سعاد المرابط؛ تعاونية الأمل\r\n\n  —  \nAhmed Alami ; CRI\nأمينة\tوكالة')).toEqual(
		['سعاد المرابط / تعاونية الأمل', 'Ahmed Alami / CRI', 'أمينة / وكالة']
	);
	expect(people('Souad ; CRI ; Fès\vKarim')).toEqual(['Souad / CRI Fès', 'Karim / ']);
	expect(people('')).toEqual([]);
});

test.each([
	['a numbered column', '1\tSouad\tCRI\n2\tKarim\tANAPEC'],
	['numbers', '1- Souad ; CRI\n2- Karim ; ANAPEC'],
	['letters', 'أ) Souad ; CRI\nب) Karim ; ANAPEC'],
	['bullets', '\uF0B7 Souad ; CRI\n\uF0B7 Karim ; ANAPEC'],
	['marks of chats', '*Souad* ; CRI\n*Karim* ; ANAPEC'],
	['a heading', 'Nom;Organisme\nSouad;CRI\nKarim;ANAPEC'],
	['columns in another order', 'المؤسسة\tالاسم\nCRI\tSouad\nANAPEC\tKarim'],
	['a file', '"Souad","CRI"\n"Karim","ANAPEC"']
])('[TK7] [LS8] %s', (_what, pasted) => {
	expect(people(pasted)).toEqual(['Souad / CRI', 'Karim / ANAPEC']);
});

test('[TK7] first and family names of a sheet are one name, and initials are no marks', () => {
	expect(people('Nom\tPrénom\tOrganisme\nMrabet\tSouad\tCRI')).toEqual(['Mrabet Souad / CRI']);
	expect(people('A. Idrissi ; CRI\nB. Alami ; ANAPEC')).toEqual([
		...['A. Idrissi / CRI', 'B. Alami / ANAPEC']
	]);
});

test('[TK7] [LS11] contact data, figures and lines without a letter are told, and stand on no ticket', () => {
	expect(parseInvitedList('Souad;CRI;souad@example.org;0535-62-00-00\n12 34')).toEqual({
		people: [{ name: 'Souad', organisation: 'CRI' }],
		leftOut: [],
		unread: ['Souad · souad@example.org · 0535-62-00-00', '12 34']
	});
	expect(parseInvitedList('الاسم\tالمؤسسة\tالهاتف\nسعاد\tالغرفة\t0661234567')).toEqual({
		people: [{ name: 'سعاد', organisation: 'الغرفة' }],
		leftOut: ['الاسم · المؤسسة · الهاتف'],
		unread: ['الهاتف']
	});
});
