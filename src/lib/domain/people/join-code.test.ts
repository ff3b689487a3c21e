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
