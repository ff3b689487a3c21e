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

/** Most characters of what names a row or an entry of a document. */
export const REFERENCE_LIMIT = 40;

const REFERENCE = new RegExp(`^[\\w-]{1,${REFERENCE_LIMIT}}$`);

/** True for what may name a row or an entry of a document; whoever writes in a browser may send anything. */
export function isReference(value: unknown): value is string {
	return typeof value === 'string' && REFERENCE.test(value);
}
