import { westernDigits } from './numbers/western-digits.ts';

/** What somebody can be found by: an address, a telephone number, the number of a national identity card. */
export const CONTACT_KINDS = ['email', 'phone', 'identity_card'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** Where contact data stand in a text, in UTF-16 units. */
export interface FoundContact {
	readonly kind: ContactKind;
	readonly at: number;
	readonly length: number;
}

/** Stands in the place of contact data, however long they are. */
export const CONTACT_MASK = '•••••';

/** What people and keyboards put between the digits of a number, marks of direction among them. */
const GAP = String.raw`[\s.()\-_·\u2010-\u2015\u2212\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]{0,4}`;

/** Digits with or without something between them. */
function digits(pattern: string, times: string): string {
	return `(?:${GAP}${pattern})${times}`;
}

const EMAIL =
	/(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+\s?[@＠]\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;

/** Moroccan numbers with 0, 212, +212 or 00212, and any other that says its country. */
const PHONE = new RegExp(
	String.raw`(?<!\d)(?:` +
		String.raw`(?:(?:\+|00)?${GAP}2${GAP}1${GAP}2${GAP}0?|0)${digits('[5-9]', '')}${digits(String.raw`\d`, '{8}')}` +
		String.raw`|(?:\+|00)${digits('[1-9]', '')}${digits(String.raw`\d`, '{7,13}')}` +
		String.raw`)(?!\d)`,
	'gu'
);

/** A day and an hour have as many digits as a telephone number, and begin with 0 as often. */
const DATE = /^\d{1,2}[.\-\s]\d{1,2}[.\-\s]\d{4}(?!\d)/u;

/** One or two letters and five or six digits; apart only after capitals, so that no sum of money is taken for one. */
const IDENTITY_CARD =
	/(?<![\p{L}\p{N}])(?:[A-Za-z]{1,2}|[A-Z]{1,2}[\s.\-\u2010-\u2015]{1,2})\d{5,6}(?![\p{L}\p{N}])/gu;

/** Capitals before a number that are none of a card: currencies, and small words in a title in capitals. */
const NO_CARD = /^(?:DH|DE|DU|LA|LE|EN|ET|OU|UN|OF|TO|IN|AT|BY|OR|ON|AN|NO|A)[\s.\-\u2010-\u2015]/u;

const PATTERNS: readonly (readonly [ContactKind, RegExp])[] = [
	['email', EMAIL],
	['phone', PHONE],
	['identity_card', IDENTITY_CARD]
];

/**
 * The contact data in a text, in their order; none overlaps another. Digits may be Arabic-Indic, with spaces, dots,
 * dashes or brackets between them. It errs towards finding: somebody looks at what was found.
 */
export function findContacts(text: string): readonly FoundContact[] {
	// A digit becomes a digit of one unit, so that places stay.
	const plain = westernDigits(text);
	const found: FoundContact[] = [];
	for (const [kind, pattern] of PATTERNS)
		for (const { index, 0: match } of plain.matchAll(pattern)) {
			const no = kind === 'phone' ? DATE : kind === 'identity_card' ? NO_CARD : undefined;
			if (no?.test(match)) continue;
			const start = index + match.length - match.trimStart().length;
			const contact = { kind, at: start, length: match.trim().length };
			if (!found.some((other) => overlaps(other, contact))) found.push(contact);
		}
	return found.sort((a, b) => a.at - b.at);
}

/** The kinds of contact data in a text, each once. */
export function contactKinds(text: string): readonly ContactKind[] {
	return [...new Set(findContacts(text).map(({ kind }) => kind))];
}

/** The text with all of its contact data masked, also those that only the mask beside them brought to light. */
export function maskContacts(text: string): string {
	let masked = text;
	for (let found = findContacts(masked); found.length > 0; found = findContacts(masked)) {
		const pieces: string[] = [];
		let end = 0;
		for (const { at, length } of found) {
			pieces.push(masked.slice(end, at));
			end = at + length;
		}
		masked = [...pieces, masked.slice(end)].join(CONTACT_MASK);
	}
	return masked;
}

function overlaps(a: FoundContact, b: FoundContact): boolean {
	return a.at < b.at + b.length && b.at < a.at + a.length;
}
