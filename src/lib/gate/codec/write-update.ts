import * as encoding from 'lib0/encoding';
import type { Deletes, NewStructs } from '../changes/client-update.ts';
import type { Incoming, StructId } from '../changes/incoming.ts';

/**
 * Encodes what was judged as an update (V1): what is applied is what was checked, however its bytes were
 * written by the client.
 */
export function writeUpdate(news: NewStructs, deletes: readonly Deletes[]): Uint8Array {
	const encoder = encoding.createEncoder();
	encoding.writeVarUint(encoder, news.size);
	for (const [client, structs] of news) {
		encoding.writeVarUint(encoder, structs.length);
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, structs[0]?.clock ?? 0);
		for (const struct of structs) writeStruct(encoder, struct);
	}
	encoding.writeVarUint(encoder, deletes.length);
	for (const { client, ranges } of deletes) {
		encoding.writeVarUint(encoder, client);
		encoding.writeVarUint(encoder, ranges.length);
		for (const { clock, length } of ranges) {
			encoding.writeVarUint(encoder, clock);
			encoding.writeVarUint(encoder, length);
		}
	}
	return encoding.toUint8Array(encoder);
}

/** The first bytes of the kinds of struct, and the bits that say what follows. */
const KIND = { gone: 0, deleted: 1, characters: 4, type: 7, values: 8 } as const;
const TYPE = { map: 1, text: 2 } as const;
const HAS_KEY = 0b0010_0000;
const HAS_RIGHT_ORIGIN = 0b0100_0000;
const HAS_ORIGIN = 0b1000_0000;

function writeStruct(encoder: encoding.Encoder, struct: Incoming): void {
	const { origin, rightOrigin, content } = struct;
	if (content.kind === 'gone') {
		encoding.writeUint8(encoder, KIND.gone);
		encoding.writeVarUint(encoder, struct.length);
		return;
	}
	const copies = origin !== null || rightOrigin !== null;
	encoding.writeUint8(
		encoder,
		KIND[content.kind] |
			(origin ? HAS_ORIGIN : 0) |
			(rightOrigin ? HAS_RIGHT_ORIGIN : 0) |
			(!copies && struct.key !== null ? HAS_KEY : 0)
	);
	if (origin) writeId(encoder, origin);
	if (rightOrigin) writeId(encoder, rightOrigin);
	if (!copies) writePlace(encoder, struct);
	switch (content.kind) {
		case 'deleted':
			encoding.writeVarUint(encoder, struct.length);
			break;
		case 'characters':
			encoding.writeVarString(encoder, content.text);
			break;
		case 'type':
			encoding.writeVarUint(encoder, TYPE[content.type]);
			break;
		case 'values':
			encoding.writeVarUint(encoder, content.values.length);
			// lib0 types the values that it can write, which are those that its reader gives.
			for (const value of content.values) encoding.writeAny(encoder, value as null);
			break;
	}
}

function writePlace(encoder: encoding.Encoder, { root, parent, key }: Incoming): void {
	encoding.writeVarUint(encoder, root === null ? 0 : 1);
	if (root !== null) encoding.writeVarString(encoder, root);
	else if (parent !== null) writeId(encoder, parent);
	if (key !== null) encoding.writeVarString(encoder, key);
}

function writeId(encoder: encoding.Encoder, { client, clock }: StructId): void {
	encoding.writeVarUint(encoder, client);
	encoding.writeVarUint(encoder, clock);
}
