import { expect, test } from 'vitest';
import { codeFrom, parseEntryCode, parseJoinCode, spacedTicketCode } from './join-code.ts';

test.each([
	['fes415', { kind: 'workshop', code: 'FES415' }],
	[' FES-٤١٥ ', { kind: 'workshop', code: 'FES415' }],
	['hx27 9vqa', { kind: 'ticket', code: 'HX279VQA' }],
	['\u200eHX27–9VQA', { kind: 'ticket', code: 'HX279VQA' }]
])('[TK1] %j opens the door of its kind', (typed, entry) => {
	expect(parseEntryCode(typed)).toEqual(entry);
});

test.each([
	'http://192.168.1.10:3000/join/FES415',
	'https://tachawor.example.ma/join/fes415?typed',
	'https://tachawor.example.ma/j/FES415/',
	'http://hall.local/join/FES415.\u200F',
	'tachawor.example.ma/join/FES415#scan',
	'http://hall.local/join?code=FES415',
	'الرمز: FES415',
	'الرمز : ‎FES٤١٥‏',
	'رمز الورشة «FES415»',
	'Code : FES 415',
	'code=fes-415',
	'*FES415*',
	'Votre code est FES415, à demain !',
	'انضموا إلى الورشة: http://hall.local/join/FES415 أو بالرمز FES415',
	'FES۴۱۵',
	'ＦＥＳ４１５'
])('[JN20] the code is found in what was pasted: %s', (typed) => {
	expect(parseEntryCode(typed)).toEqual({ kind: 'workshop', code: 'FES415' });
});

test.each([
	'http://hall.local/join/HX279VQA',
	'التذكرة: HX27 9VQA',
	'Ticket 12 : HX27–9VQA',
	'Code : hx279vqa.'
])('[JN20] and so is a ticket’s: %s', (typed) => {
	expect(parseEntryCode(typed)).toEqual({ kind: 'ticket', code: 'HX279VQA' });
});

test.each([
	'FES415 ou FES416',
	'http://hall.local/join/FES415 http://hall.local/join/FES416',
	'http://hall.local/screen/4f0ca1',
	'الورشة بفاس',
	'FES415 '.repeat(100)
])('[JN20] which code is meant is not guessed: %s', (typed) => {
	expect(parseEntryCode(typed)).toBeUndefined();
});

test.each(['', 'HX279VQ', 'HX279VQAB', 'HX27OVQA', 'HX27LVQA', 'تذكرة12'])(
	'[TK1] %j can be no code',
	(typed) => {
		expect(parseEntryCode(typed)).toBeUndefined();
	}
);

test('[TK1] a ticket’s code is no join code, and is read in two halves', () => {
	expect(parseJoinCode('HX279VQA')).toBeUndefined();
	expect(spacedTicketCode('HX279VQA')).toBe('HX27 9VQA');
});

test('[TK1] a code follows from its bytes alone, and bytes that would be uneven are passed over', () => {
	const bytes = (first: number) => () => Uint8Array.from({ length: 16 }, (_, i) => first + i);
	expect(codeFrom(8, bytes(0))).toBe('23456789');
	expect(codeFrom(8, bytes(0))).toBe(codeFrom(8, bytes(31)));
	let asked = 0;
	const late = () => Uint8Array.of(...(asked++ === 0 ? [248, 255] : [0, 1, 2, 3, 4, 5, 6, 7]));
	expect(codeFrom(8, late)).toBe('23456789');
});
