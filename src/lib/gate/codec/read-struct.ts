import * as decoding from 'lib0/decoding';
import { Incoming, type IncomingContent, type StructId } from '../changes/incoming.ts';
import { refuse } from '../refusal.ts';
import { readText, readValue } from './read-value.ts';

/** The bits of a struct's first byte, as Yjs writes it. */
const KIND_BITS = 0b0001_1111;
const HAS_KEY = 0b0010_0000;
const HAS_RIGHT_ORIGIN = 0b0100_0000;
const HAS_ORIGIN = 0b1000_0000;

/** The kinds that have a place somewhere; JSON, binary, embeds, formats and documents have none. */
const KIND = { gone: 0, deleted: 1, characters: 4, type: 7, values: 8, skip: 10 } as const;
const TYPE = { map: 1, text: 2 } as const;

/** Reads one struct. Throws when the bytes end too early. */
export function readStruct(decoder: decoding.Decoder, id: StructId): Incoming {
	const info = decoding.readUint8(decoder);
	const kind = info & KIND_BITS;
	if (kind === KIND.skip) refuse('skip');
	if (kind === KIND.gone) return new Incoming(id, readLength(decoder), { kind: 'gone' }, {});
	const origin = (info & HAS_ORIGIN) === 0 ? null : readId(decoder);
	const rightOrigin = (info & HAS_RIGHT_ORIGIN) === 0 ? null : readId(decoder);
	if (origin !== null || rightOrigin !== null)
		return withContent(decoder, id, kind, { origin, rightOrigin });
	const inRoot = decoding.readVarUint(decoder) === 1;
	const root = inRoot ? readText(decoder) : null;
	const parent = inRoot ? null : readId(decoder);
	const key = (info & HAS_KEY) === 0 ? null : readText(decoder);
	return withContent(decoder, id, kind, { root, parent, key });
}

function withContent(
	decoder: decoding.Decoder,
	id: StructId,
	kind: number,
	where: ConstructorParameters<typeof Incoming>[3]
): Incoming {
	switch (kind) {
		case KIND.deleted:
			return new Incoming(id, readLength(decoder), { kind: 'deleted' }, where);
		case KIND.characters: {
			const text = readText(decoder);
			if (text.length === 0) refuse('zero-length');
			return new Incoming(id, text.length, { kind: 'characters', text }, where);
		}
		case KIND.type:
			return new Incoming(id, 1, readType(decoder), where);
		case KIND.values: {
			const values: unknown[] = [];
			for (let left = readLength(decoder); left > 0; left--) values.push(readValue(decoder));
			return new Incoming(id, values.length, { kind: 'values', values }, where);
		}
		default:
			return refuse('content-kind');
	}
}

function readType(decoder: decoding.Decoder): IncomingContent {
	switch (decoding.readVarUint(decoder)) {
		case TYPE.map:
			return { kind: 'type', type: 'map' };
		case TYPE.text:
			return { kind: 'type', type: 'text' };
		default:
			return refuse('type-kind');
	}
}

function readLength(decoder: decoding.Decoder): number {
	const length = decoding.readVarUint(decoder);
	if (length === 0) refuse('zero-length');
	return length;
}

function readId(decoder: decoding.Decoder): StructId {
	return { client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) };
}
