import * as encoding from 'lib0/encoding';
import type { RawContent } from './forge-update.ts';

/** The kinds of shared types as the wire numbers them. */
export const TYPE_REF = {
	array: 0,
	map: 1,
	text: 2,
	xmlElement: 3,
	xmlFragment: 4,
	xmlHook: 5,
	xmlText: 6
};

/** Characters of a text. */
export function string(text: string): RawContent {
	return {
		ref: 4,
		length: text.length,
		write: ({ restEncoder }) => encoding.writeVarString(restEncoder, text)
	};
}

/** Plain values, each of which takes one clock. `declared` is the number that the bytes claim. */
export function any(
	values: readonly encoding.AnyEncodable[],
	declared = values.length
): RawContent {
	return {
		ref: 8,
		length: declared,
		write({ restEncoder }) {
			encoding.writeVarUint(restEncoder, declared);
			for (const value of values) encoding.writeAny(restEncoder, value);
		}
	};
}

/** An object with an own key `__proto__`, which a careless reader would take for its prototype. */
export const POLLUTING = JSON.parse('{"__proto__":{"polluted":1}}') as Record<string, number>;

/** Values as the older JSON content; `texts` are written as they are, JSON or not. */
export function json(texts: readonly string[]): RawContent {
	return {
		ref: 2,
		length: texts.length,
		write({ restEncoder }) {
			encoding.writeVarUint(restEncoder, texts.length);
			for (const text of texts) encoding.writeVarString(restEncoder, text);
		}
	};
}

export function binary(bytes: Uint8Array): RawContent {
	return {
		ref: 3,
		length: 1,
		write: ({ restEncoder }) => encoding.writeVarUint8Array(restEncoder, bytes)
	};
}

export function embed(text: string): RawContent {
	return {
		ref: 5,
		length: 1,
		write: ({ restEncoder }) => encoding.writeVarString(restEncoder, text)
	};
}

export function format(key: string, value: string): RawContent {
	return {
		ref: 6,
		length: 1,
		write({ restEncoder }) {
			encoding.writeVarString(restEncoder, key);
			encoding.writeVarString(restEncoder, value);
		}
	};
}

/** A shared type; `ref` may be a number that no type has. */
export function type(ref: number): RawContent {
	return {
		ref: 7,
		length: 1,
		write({ restEncoder }) {
			encoding.writeVarUint(restEncoder, ref);
			if (ref === TYPE_REF.xmlElement || ref === TYPE_REF.xmlHook)
				encoding.writeVarString(restEncoder, 'p');
		}
	};
}

export function deleted(length: number): RawContent {
	return { ref: 1, length, write: ({ restEncoder }) => encoding.writeVarUint(restEncoder, length) };
}

/** A document within the document. */
export function subdocument(guid: string): RawContent {
	return {
		ref: 9,
		length: 1,
		write({ restEncoder }) {
			encoding.writeVarString(restEncoder, guid);
			encoding.writeAny(restEncoder, { autoLoad: true });
		}
	};
}

/** A content of a kind that does not exist. */
export function unknownKind(ref: number): RawContent {
	return { ref, length: 1, write: ({ restEncoder }) => encoding.writeVarUint(restEncoder, 1) };
}
