import { expect, test } from 'vitest';
import { joinedLines, linesOf, plainLineBreaks } from './line-breaks.ts';

/** By the program that writes it. */
const BREAKS: readonly (readonly [string, string])[] = [
	['a form of the web', '\r\n'],
	['an old program', '\r'],
	['a text file', '\n'],
	['Shift+Enter in Word', '\u000B'],
	['a page’s end in Word', '\u000C'],
	['a mainframe', '\u0085'],
	['a PDF file', '\u2028'],
	['a designer’s program', '\u2029']
];

test.each(BREAKS)('[TX10] the break of %s parts lines', (_program, mark) => {
	const text = `السطر الأول${mark}السطر الثاني${mark}${mark}السطر الرابع`;
	const lines = ['السطر الأول', 'السطر الثاني', '', 'السطر الرابع'];
	expect(linesOf(text)).toEqual(lines);
	expect(plainLineBreaks(text)).toBe(lines.join('\n'));
	expect(joinedLines(text)).toBe('السطر الأول السطر الثاني السطر الرابع');
});

test('[TX10] a text of one line, and an empty one, stay as they are', () => {
	for (const text of ['', 'سطر واحد', 'tab\tet\u00A0espace']) {
		expect(plainLineBreaks(text)).toBe(text);
		expect(linesOf(text)).toEqual([text]);
		expect(joinedLines(text)).toBe(text);
	}
});
