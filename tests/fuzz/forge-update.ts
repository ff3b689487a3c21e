import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';

/** The name of one character or value in a document. */
export interface RawId {
	readonly client: number;
	readonly clock: number;
}

/** What an item carries: the number of its kind on the wire, how many clocks it takes, and its bytes. */
export interface RawContent {
	readonly ref: number;
	readonly length: number;
	write(encoder: Y.UpdateEncoderV1): void;
}

/** One struct as it stands on the wire, whether or not Yjs would ever write it. */
export type RawStruct =
	| { readonly kind: 'gc' | 'skip'; readonly length: number }
	| {
			readonly kind: 'item';
			readonly origin?: RawId | undefined;
			readonly rightOrigin?: RawId | undefined;
			/** A root's name or a parent's id; written only where no origin stands, as Yjs reads it. */
			readonly parent?: string | RawId | undefined;
			readonly sub?: string | undefined;
			readonly content: RawContent;
	  };

export type RawItem = Extract<RawStruct, { kind: 'item' }>;

export interface RawGroup {
	readonly client: number;
	readonly clock: number;
	readonly structs: readonly RawStruct[];
	/** The number of structs that the bytes claim; the true one unless given. */
	readonly declared?: number;
}

export interface RawDeletes {
	readonly client: number;
	readonly ranges: readonly { readonly clock: number; readonly length: number }[];
	readonly declared?: number;
}

/** An update (V1) before it is bytes. */
export interface RawUpdate {
	readonly groups: readonly RawGroup[];
	readonly deletes: readonly RawDeletes[];
	readonly trailing?: Uint8Array;
}

/** The clocks that a struct takes. */
export function lengthOf(struct: RawStruct): number {
	return struct.kind === 'item' ? struct.content.length : struct.length;
}

/** The bytes of an update, right or wrong. */
export function encodeRaw({ groups, deletes, trailing }: RawUpdate): Uint8Array {
	const encoder = new Y.UpdateEncoderV1();
	const rest = encoder.restEncoder;
	encoding.writeVarUint(rest, groups.length);
	for (const group of groups) {
		encoding.writeVarUint(rest, group.declared ?? group.structs.length);
		encoding.writeVarUint(rest, group.client);
		encoding.writeVarUint(rest, group.clock);
		for (const struct of group.structs) writeStruct(encoder, struct);
	}
	encoding.writeVarUint(rest, deletes.length);
	for (const { client, ranges, declared } of deletes) {
		encoding.writeVarUint(rest, client);
		encoding.writeVarUint(rest, declared ?? ranges.length);
		for (const { clock, length } of ranges) {
			encoding.writeVarUint(rest, clock);
			encoding.writeVarUint(rest, length);
		}
	}
	if (trailing) encoding.writeUint8Array(rest, trailing);
	return encoding.toUint8Array(rest);
}

function writeStruct(encoder: Y.UpdateEncoderV1, struct: RawStruct): void {
	const rest = encoder.restEncoder;
	if (struct.kind !== 'item') {
		encoding.writeUint8(rest, struct.kind === 'gc' ? 0 : 10);
		encoding.writeVarUint(rest, struct.length);
		return;
	}
	const { origin, rightOrigin, parent = 'notes', sub, content } = struct;
	const flags = (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0) | (sub === undefined ? 0 : 0x20);
	encoding.writeUint8(rest, flags | content.ref);
	if (origin) writeId(rest, origin);
	if (rightOrigin) writeId(rest, rightOrigin);
	if (!origin && !rightOrigin) {
		encoding.writeVarUint(rest, typeof parent === 'string' ? 1 : 0);
		if (typeof parent === 'string') encoding.writeVarString(rest, parent);
		else writeId(rest, parent);
		if (sub !== undefined) encoding.writeVarString(rest, sub);
	}
	content.write(encoder);
}

function writeId(rest: encoding.Encoder, { client, clock }: RawId): void {
	encoding.writeVarUint(rest, client);
	encoding.writeVarUint(rest, clock);
}

/** Takes an update of Yjs apart, so that single parts of it can be forged. */
export function decodeRaw(bytes: Uint8Array): RawUpdate {
	const { structs, ds } = Y.decodeUpdate(bytes);
	const groups: { client: number; clock: number; structs: RawStruct[] }[] = [];
	for (const struct of structs) {
		const { client, clock } = struct.id;
		const last = groups.at(-1);
		if (last?.client === client) last.structs.push(rawOf(struct));
		else groups.push({ client, clock, structs: [rawOf(struct)] });
	}
	const deletes = [...ds.clients].map(([client, ranges]) => ({
		client,
		ranges: ranges.map(({ clock, len }) => ({ clock, length: len }))
	}));
	return { groups, deletes };
}

function rawOf(struct: Y.Item | Y.GC | Y.Skip): RawStruct {
	if (struct instanceof Y.GC) return { kind: 'gc', length: struct.length };
	if (!(struct instanceof Y.Item)) return { kind: 'skip', length: struct.length };
	const { origin, rightOrigin, content } = struct;
	// Before an item is part of a document, its parent is a root's name or an id.
	const parent: unknown = struct.parent;
	return {
		kind: 'item',
		origin: origin ?? undefined,
		rightOrigin: rightOrigin ?? undefined,
		parent: typeof parent === 'string' || parent instanceof Y.ID ? parent : undefined,
		sub: struct.parentSub ?? undefined,
		content: {
			ref: content.getRef(),
			length: struct.length,
			write: (encoder) => content.write(encoder, 0)
		}
	};
}
