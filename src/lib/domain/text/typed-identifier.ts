import { westernDigits } from './numbers/western-digits.ts';

/** What keyboards and word processors put in the place of an apostrophe. */
const APOSTROPHES = /[’‘ʼ´′]/gu;

/**
 * An address or a code as it is compared: without spaces of any kind, and without the signs that nobody sees, which
 * chats and Arabic keyboards leave in what is copied; its digits Western, full width narrow, apostrophes straight.
 */
export function typedIdentifier(typed: string): string {
	return westernDigits(typed.replace(APOSTROPHES, "'").normalize('NFKC')).replace(
		/[\s\p{Cc}\p{Cf}]/gu,
		''
	);
}
