import { westernDigits } from '../text/western-digits.ts';

/** Six characters that cannot be taken for one another (no 0/O, 1/I/L). */
export const JOIN_CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const JOIN_CODE_LENGTH = 6;

/**
 * What a person typed, as a join code, or undefined when it cannot be one. Takes lower case, spaces,
 * hyphens and Arabic-Indic digits.
 */
export function parseJoinCode(typed: string): string | undefined {
	const code = westernDigits(typed)
		.replace(/[\s\p{Cf}\-–—·.]/gu, '')
		.toUpperCase();
	if (code.length !== JOIN_CODE_LENGTH) return undefined;
	return [...code].every((character) => JOIN_CODE_ALPHABET.includes(character) || character === '1')
		? code
		: undefined;
}

/** A code from random bytes (one a character, 31 symbols: bytes from 248 up are skipped for evenness). */
export function joinCodeFrom(randomBytes: (count: number) => Uint8Array): string {
	let code = '';
	while (code.length < JOIN_CODE_LENGTH) {
		for (const byte of randomBytes(16)) {
			if (byte < 248 && code.length < JOIN_CODE_LENGTH)
				code += JOIN_CODE_ALPHABET.charAt(byte % 31);
		}
	}
	return code;
}
