const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * A random id of `length` characters from 0-9a-z (16 give 82 bits). `crypto.getRandomValues` exists on
 * plain http too, where `randomUUID` does not.
 */
export function newId(length = 16): string {
	let id = '';
	while (id.length < length) {
		for (const byte of crypto.getRandomValues(new Uint8Array(length * 2))) {
			if (byte < 252 && id.length < length) id += ALPHABET.charAt(byte % 36);
		}
	}
	return id;
}
