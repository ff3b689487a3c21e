import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** Stands in the place of each UTF-16 unit of words that were erased. */
export const BLOT = '▒';

/**
 * An update (V1) in which the characters that `concerns` is true of, asked by the id of their first one, are blots:
 * as many, under the same ids and in the same places, so that whatever builds on them still does. Undefined
 * where there are none. Throws what Yjs throws for bytes that are no update.
 */
export function eraseWords(
	bytes: Uint8Array,
	concerns: (id: Y.ID) => boolean
): Uint8Array | undefined {
	const { structs, ds } = Y.decodeUpdate(bytes);
	let found = false;
	for (const struct of structs) {
		if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
		const blots = BLOT.repeat(struct.length);
		if (struct.content.str === blots || !concerns(struct.id)) continue;
		struct.content.str = blots;
		found = true;
	}
	return found ? encodeUpdate(structs, ds) : undefined;
}

/**
 * Writes an update as Yjs does. What was decoded and not changed is read in the same way again; only a flag differs
 * that nobody reads beside an origin.
 */
export function encodeUpdate(
	structs: ReturnType<typeof Y.decodeUpdate>['structs'],
	ds: ReturnType<typeof Y.decodeUpdate>['ds']
): Uint8Array {
	const encoder = new Y.UpdateEncoderV1();
	const { restEncoder } = encoder;
	const sections: (typeof structs)[] = [];
	for (const struct of structs) {
		const last = sections.at(-1);
		if (last?.[0]?.id.client === struct.id.client) last.push(struct);
		else sections.push([struct]);
	}
	encoding.writeVarUint(restEncoder, sections.length);
	for (const section of sections) {
		const [first] = section;
		if (!first) continue;
		encoding.writeVarUint(restEncoder, section.length);
		encoder.writeClient(first.id.client);
		encoding.writeVarUint(restEncoder, first.id.clock);
		for (const struct of section) struct.write(encoder, 0);
	}
	encoding.writeVarUint(restEncoder, ds.clients.size);
	for (const [client, ranges] of [...ds.clients].sort(([one], [other]) => other - one)) {
		encoder.resetDsCurVal();
		encoding.writeVarUint(restEncoder, client);
		encoding.writeVarUint(restEncoder, ranges.length);
		for (const { clock, len } of ranges) {
			encoder.writeDsClock(clock);
			encoder.writeDsLen(len);
		}
	}
	return encoder.toUint8Array();
}
