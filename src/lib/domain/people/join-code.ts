import { typedIdentifier } from '../text/typed-identifier.ts';

/** Characters of codes that cannot be taken for one another (no 0/O, 1/I/L). */
export const JOIN_CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const JOIN_CODE_LENGTH = 6;

/** A ticket opens the door once, so that guessing one has to be hopeless: 31 to the power of eight. */
export const TICKET_CODE_LENGTH = 8;

/** What opens a workshop's door: its own code, or one person's ticket. */
export interface EntryCode {
	readonly kind: 'workshop' | 'ticket';
	readonly code: string;
}

/** Most characters of what is typed or pasted as a code: a whole invitation with its link. */
export const TYPED_CODE_LIMIT = 500;

/**
 * What a person typed or pasted in the one field for both, or undefined when it can be neither. Takes lower case,
 * spaces, hyphens, Arabic-Indic digits and signs that nobody sees ({@link typedIdentifier}); a link that ends in the
 * code; and words around it, as long as one code alone stands among them.
 */
export function parseEntryCode(typed: string): EntryCode | undefined {
	if (typed.length > TYPED_CODE_LIMIT) return undefined;
	const whole = readCode(typed);
	if (whole) return whole;
	const [, behind = ''] = /[:：=]([^:：=/]*)$/u.exec(typed) ?? [];
	const found = readCode(behind);
	if (found) return found;
	const parts = typed.split(/[\s\p{Cf}]+/u);
	const isLink = (part: string): boolean => part.includes('/');
	return (
		onlyOne(parts.filter(isLink).map(codeOfLink)) ??
		onlyOne(parts.filter((part) => !isLink(part)).flatMap(codesOfWord))
	);
}

/** Signs that stand around a code in a sentence or a chat. */
const AROUND_CODE = /[«»"“”‘’'()[\]<>*_~`:：=،,؛;.!?؟]+/u;

function codesOfWord(word: string): (EntryCode | undefined)[] {
	return word.split(AROUND_CODE).map(readCode);
}

/** What a link to joining names, else the last part of its path; what stands behind it says how it was shared. */
function codeOfLink(link: string): EntryCode | undefined {
	const [, named] = /[/?&](?:join|j|code)[/=]([^/?#&]+)/iu.exec(link) ?? [];
	const [path = ''] = link.split(/[?#]/u);
	return readCode(named ?? path.split('/').findLast((part) => part !== '') ?? '');
}

/** The code that is found, once or several times; undefined where different ones are. */
function onlyOne(found: readonly (EntryCode | undefined)[]): EntryCode | undefined {
	const entries = new Map(found.flatMap((entry) => (entry ? [[entry.code, entry]] : [])));
	// A word of six letters may be one by chance; most codes have a digit.
	const likely = [...entries.values()].filter(({ code }) => /\d/.test(code));
	const [only, ...others] = likely.length > 0 ? likely : [...entries.values()];
	return others.length === 0 ? only : undefined;
}

/** A text that is a code and nothing else. */
function readCode(text: string): EntryCode | undefined {
	const code = typedIdentifier(text)
		.replace(/[-‐-―·.]/gu, '')
		.toUpperCase();
	const kind = KIND_BY_LENGTH.get(code.length);
	const known = [...code].every(
		(character) => JOIN_CODE_ALPHABET.includes(character) || character === '1'
	);
	return kind && known ? { kind, code } : undefined;
}

const KIND_BY_LENGTH: ReadonlyMap<number, EntryCode['kind']> = new Map([
	[JOIN_CODE_LENGTH, 'workshop'],
	[TICKET_CODE_LENGTH, 'ticket']
]);

/** What a person typed, as a workshop's join code; undefined when it cannot be one. */
export function parseJoinCode(typed: string): string | undefined {
	const entry = parseEntryCode(typed);
	return entry?.kind === 'workshop' ? entry.code : undefined;
}

/** A join code from random bytes. */
export function joinCodeFrom(randomBytes: (count: number) => Uint8Array): string {
	return codeFrom(JOIN_CODE_LENGTH, randomBytes);
}

/**
 * A code of `length` from bytes that nobody foresees (one a character, 31 symbols: bytes from 248 up are
 * skipped for evenness).
 */
export function codeFrom(length: number, bytes: (count: number) => Uint8Array): string {
	let code = '';
	while (code.length < length) {
		for (const byte of bytes(16)) {
			if (byte < 248 && code.length < length) code += JOIN_CODE_ALPHABET.charAt(byte % 31);
		}
	}
	return code;
}

/** A ticket's code in two halves, as it is read aloud and typed. */
export function spacedTicketCode(code: string): string {
	return `${code.slice(0, TICKET_CODE_LENGTH / 2)} ${code.slice(TICKET_CODE_LENGTH / 2)}`;
}
