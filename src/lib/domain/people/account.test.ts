import { expect, test } from 'vitest';
import { plainEmail, requireEmail } from './account.ts';

test.each([
	['a mark of direction before it', '\u200Eamina@example.org'],
	['one behind it', 'amina@example.org\u200F'],
	['an isolate', '\u2066amina@example.org\u2069'],
	['an embedding', '\u202Aamina@example.org\u202C'],
	['a space that does not break', 'amina@example.org\u00A0'],
	['a narrow one', '\u202Famina@example.org'],
	['a space that a keyboard adds', 'amina@example. org '],
	['a space of no width', 'amina@exam\u200Bple.org\u200B'],
	['a mark of byte order', '\uFEFFamina@example.org'],
	['capitals', 'Amina@Example.ORG'],
	['full width', 'ａｍｉｎａ＠ｅｘａｍｐｌｅ．ｏｒｇ'],
	['a name from a mail program', 'Amina Alaoui <amina@example.org>'],
	['a link', 'mailto:amina@example.org'],
	['a full stop', 'amina@example.org.'],
	['an Arabic comma', 'amina@example.org، ']
])('[AC27] an address is known in spite of %s', (_what, typed) => {
	expect(requireEmail(typed)).toBe('amina@example.org');
});

test.each([
	["s.o'hara@example.org", "s.o'hara@example.org"],
	['S.O’Hara@example.org', "s.o'hara@example.org"],
	['s.o‘hara@example.org', "s.o'hara@example.org"],
	['amina+fes@example.org', 'amina+fes@example.org'],
	['amina٢@example.org', 'amina2@example.org'],
	['a_b-c@sous-domaine.example.co.ma', 'a_b-c@sous-domaine.example.co.ma']
])('[AC27] %s is %s', (typed, email) => {
	expect(requireEmail(typed)).toBe(email);
	expect(plainEmail(email)).toBe(email);
});

test.each([
	...['', 'amina', 'amina@', '@example.org', 'amina@example', 'a@b@example.org', 'amina@-x.org'],
	...['.amina@example.org', 'am..ina@example.org', 'amina.@example.org', 'أمينة@example.org'],
	`${'a'.repeat(250)}@example.org`
])('[AC27] %j is no address', (typed) => {
	expect(() => requireEmail(typed)).toThrow('invalid_input');
});
