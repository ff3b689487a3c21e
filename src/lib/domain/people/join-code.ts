import { westernDigits } from '../text/western-digits.ts';

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

/**
 * What a person typed in the one field for both, or undefined when it can be neither. Takes lower case,
 * spaces, hyphens and Arabic-Indic digits.
 */
export function parseEntryCode(typed: string): EntryCode | undefined {
	const code = westernDigits(typed)
		.replace(/[\s\p{Cf}\-–—·.]/gu, '')
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
