import * as decoding from 'lib0/decoding';
import { refuse } from '../refusal.ts';

/** How deep lists and objects of a value may stand in each other: a plan's lines are objects in a list. */
const DEEPEST = 4;

/**
 * One plain value as lib0 writes it: null, undefined, a number, boolean or text, or lists and objects of
 * them. Throws when the bytes end too early.
 */
export function readValue(decoder: decoding.Decoder, depth = 0): unknown {
	if (depth > DEEPEST) refuse('value-depth');
	switch (decoding.readUint8(decoder)) {
		case 127:
			return undefined;
		case 126:
			return null;
		case 125:
			return decoding.readVarInt(decoder);
		case 124:
			return decoding.readFloat32(decoder);
		case 123:
			return decoding.readFloat64(decoder);
		case 121:
			return false;
		case 120:
			return true;
		case 119:
			return readText(decoder);
		case 118:
			return readObject(decoder, depth);
		case 117:
			return readList(decoder, depth);
		default:
			return refuse('value-kind');
	}
}

/** A text; bytes that are no UTF-8 throw. PostgreSQL takes no NUL. */
export function readText(decoder: decoding.Decoder): string {
	const text = decoding.readVarString(decoder);
	if (text.includes('\0')) refuse('nul');
	return text;
}

function readObject(decoder: decoding.Decoder, depth: number): Record<string, unknown> {
	const object: Record<string, unknown> = {};
	for (let left = decoding.readVarUint(decoder); left > 0; left--) {
		const key = readText(decoder);
		if (key === '__proto__') refuse('prototype');
		object[key] = readValue(decoder, depth + 1);
	}
	return object;
}

function readList(decoder: decoding.Decoder, depth: number): unknown[] {
	const list: unknown[] = [];
	for (let left = decoding.readVarUint(decoder); left > 0; left--)
		list.push(readValue(decoder, depth + 1));
	return list;
}
