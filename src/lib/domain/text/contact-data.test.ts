import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTACT_MASK, contactKinds, findContacts, maskContacts } from './contact-data.ts';

describe('[DP10] contact data in a text are found', () => {
	test.each([
		['للاتصال: 0612345678', 'للاتصال: •••••'],
		['للاتصال: ٠٦١٢٣٤٥٦٧٨ مساء', 'للاتصال: ••••• مساء'],
		['tél. 06 12 34 56 78.', 'tél. •••••.'],
		['tél. 05.35.62.11.22, merci', 'tél. •••••, merci'],
		['06-12-34-56-78', '•••••'],
		['+212 6 12 34 56 78', '•••••'],
		['+212 (0)6 12 34 56 78', '•••••'],
		['00212661234567', '•••••'],
		['212661234567', '•••••'],
		['٠٠٢١٢ ٦٦١ ٢٣ ٤٥ ٦٧', '•••••'],
		['\u200E+212\u00A0661\u00A0234567', '\u200E•••••'],
		['رقمي0612345678', 'رقمي•••••'],
		['+33 6 12 34 56 78', '•••••'],
		['fatima.zahra@coop-fes.ma', '•••••'],
		['راسلوني: fatima@coop.ma، شكرا', 'راسلوني: •••••، شكرا'],
		['فاطمة@موقع.المغرب', '•••••'],
		['fatima @ coop.ma', '•••••'],
		['CIN AB123456', 'CIN •••••'],
		['بطاقتي C٢٣٤٥٦٧', 'بطاقتي •••••'],
		['CD 234567', '•••••'],
		['cd23456', '•••••'],
		['a@b.ma et 0522334455', '••••• et •••••']
	])('%s', (text, masked) => {
		expect(maskContacts(text)).toBe(masked);
	});
});

describe('[DP10] what is none of them stays', () => {
	test.each([
		'ميزانية 500 000 درهم على 3 سنوات',
		'de 15000 dirhams en 2025',
		'50000 DH, DH 120000 au total',
		'من 2025 إلى 2028',
		'le 05.06.2025 10:30',
		'05-06-2025 14 h',
		'05 06 2025',
		'15/04/2025, 09:00',
		'A4, B12, CO2, G20, H1N1',
		'12 تعاونية من 45',
		'المادة 19.05 والقانون 09-08',
		'@equipe, ou 3@',
		'1 234 567 890 dirhams',
		'of 10000 people TO 20000',
		''
	])('%s', (text) => {
		expect(findContacts(text)).toEqual([]);
		expect(maskContacts(text)).toBe(text);
	});
});

const ARABIC = '٠١٢٣٤٥٦٧٨٩';
const gap = fc.constantFrom('', ' ', '.', '-', '\u00A0', '–');
const eightDigits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 });
const words = fc.constantFrom('', 'للاتصال ', 'appelez : ', '(', 'tél ');

/** A number as somebody may write it, with a gap of one kind after some digits. */
const number = fc
	.record({
		prefix: fc.constantFrom('0', '+212', '00212', '+212 ', '00212 '),
		first: fc.constantFrom(5, 6, 7, 8),
		rest: eightDigits,
		gap,
		arabic: fc.boolean(),
		before: words,
		after: fc.constantFrom('', ' شكرا', ')', '.')
	})
	.map(({ prefix, first, rest, gap, arabic, before, after }) => {
		const grouped = `${prefix}${first}${rest.map((digit, at) => `${digit}${at % 2 ? gap : ''}`).join('')}`;
		const western = grouped.endsWith(gap) && gap !== '' ? grouped.slice(0, -gap.length) : grouped;
		const typed = arabic
			? western.replace(/\d/g, (digit) => ARABIC[Number(digit)] ?? digit)
			: western;
		return { text: before + typed + after, typed, before, after };
	});

test('[DP10] a telephone number is found however it is written, and masked as a whole', () => {
	fc.assert(
		fc.property(number, ({ text, before, after }) => {
			expect(contactKinds(text)).toEqual(['phone']);
			expect(maskContacts(text)).toBe(before + CONTACT_MASK + after);
		})
	);
});

test('[DP10] what is found does not overlap, and what was masked holds no contact data any more', () => {
	const piece = fc.constantFrom(
		'06',
		'12',
		'٣٤',
		' ',
		'.',
		'-',
		'@',
		'coop.ma',
		'AB',
		'123456',
		'كلمة',
		'+212',
		'\n'
	);
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
			const text = pieces.join('');
			const found = findContacts(text);
			let end = 0;
			for (const { at, length } of found) {
				expect(at).toBeGreaterThanOrEqual(end);
				expect(length).toBeGreaterThan(0);
				end = at + length;
			}
			expect(findContacts(maskContacts(text))).toEqual([]);
		})
	);
});

test('[DP10] a long text of one kind of character takes no time to speak of', () => {
	const start = performance.now();
	for (const unit of ['a', '0', '06 ', 'a.', '@', 'a@', ' ', '+', '6 - ', 'A 1'])
		findContacts(unit.repeat(Math.ceil(2400 / unit.length)));
	expect(performance.now() - start).toBeLessThan(500);
});
