import * as Y from 'yjs';

/** What an update of a document holds, as plain data. */
export interface DescribedUpdate {
	readonly structs: readonly DescribedStruct[];
	readonly deletes: readonly { client: number; clock: number; length: number }[];
}

/** One struct: `gone` where its content was forgotten, else its place as far as the update names it. */
interface DescribedStruct {
	readonly client: number;
	readonly clock: number;
	readonly length: number;
	readonly content: unknown;
	/** The root, or the struct, that it stands in; absent where that follows from its neighbours. */
	readonly in?: string;
	readonly key?: string;
	/** What it was put right of, and left of. */
	readonly after?: string;
	readonly before?: string;
}

/** Describes an update (V1). Throws when the bytes are none. */
export function describeUpdate(bytes: Uint8Array): DescribedUpdate {
	const { structs, ds } = Y.decodeUpdate(bytes);
	return {
		structs: structs.map((struct) => ({
			client: struct.id.client,
			clock: struct.id.clock,
			length: struct.length,
			...(struct instanceof Y.Item ? describeItem(struct) : { content: 'gone' })
		})),
		deletes: [...ds.clients].flatMap(([client, ranges]) =>
			ranges.map(({ clock, len }) => ({ client, clock, length: len }))
		)
	};
}

function describeItem(item: Y.Item): Omit<DescribedStruct, 'client' | 'clock' | 'length'> {
	const { origin, rightOrigin, parentSub } = item;
	// Decoded and not applied, the parent is what the update says: a root's name or an id.
	const parent = item.parent as unknown;
	return {
		content: contentOf(item.content),
		...(typeof parent === 'string' && { in: parent }),
		...(parent instanceof Y.ID && { in: nameOf(parent) }),
		...(parentSub !== null && { key: parentSub }),
		...(origin && { after: nameOf(origin) }),
		...(rightOrigin && { before: nameOf(rightOrigin) })
	};
}

function contentOf(content: Y.Item['content']): unknown {
	if (content instanceof Y.ContentDeleted) return 'deleted';
	if (content instanceof Y.ContentString) return content.str;
	if (content instanceof Y.ContentType) return content.type instanceof Y.Text ? 'a text' : 'a map';
	const values: unknown[] = content.getContent();
	return values;
}

function nameOf({ client, clock }: Y.ID): string {
	return `${client}:${clock}`;
}
