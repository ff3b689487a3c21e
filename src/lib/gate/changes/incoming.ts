import type { EntryChange, FieldChange, RootChange } from './document-changes.ts';

/** The name of one clock of one client, as Yjs has it. */
export interface StructId {
	readonly client: number;
	readonly clock: number;
}

/** The kinds of content that any document may hold; what a place takes is its schema's. */
export type IncomingContent =
	/** A struct that its replica forgot, with where it stood. */
	| { readonly kind: 'gone' }
	/** Content that was deleted; where it stood is known. */
	| { readonly kind: 'deleted' }
	| { readonly kind: 'characters'; readonly text: string }
	/** Values that overwrote one another, the last one last. */
	| { readonly kind: 'values'; readonly values: readonly unknown[] }
	| { readonly kind: 'type'; readonly type: 'map' | 'text' };

/** Where a struct stands, as the change that it belongs to; null where Yjs drops what is put. */
export type PlaceNode = RootChange | EntryChange | FieldChange | null;

/** One struct of a client's update, decoded. */
export class Incoming implements StructId {
	readonly client: number;
	readonly clock: number;
	readonly length: number;
	readonly content: IncomingContent;
	readonly origin: StructId | null;
	readonly rightOrigin: StructId | null;
	/** The name of the root that it stands in, else null. */
	readonly root: string | null;
	/** The item of the type that it stands in, else null: it follows from the neighbours. */
	readonly parent: StructId | null;
	/** Its key in a map: as sent, and once it is placed as it is. */
	key: string | null;
	/** Set when it is placed. */
	node: PlaceNode = null;
	/** What stands in it when it is a type. */
	inner: PlaceNode = null;
	/** Set when the delete set of its own update deletes its last clock. */
	deleted = false;

	constructor(
		id: StructId,
		length: number,
		content: IncomingContent,
		where: {
			readonly origin?: StructId | null;
			readonly rightOrigin?: StructId | null;
			readonly root?: string | null;
			readonly parent?: StructId | null;
			readonly key?: string | null;
		}
	) {
		this.client = id.client;
		this.clock = id.clock;
		this.length = length;
		this.content = content;
		this.origin = where.origin ?? null;
		this.rightOrigin = where.rightOrigin ?? null;
		this.root = where.root ?? null;
		this.parent = where.parent ?? null;
		this.key = where.key ?? null;
	}

	/** The clock after its last one. */
	get end(): number {
		return this.clock + this.length;
	}
}

/** The structs of one client in an update, each following the one before. */
export interface Section {
	readonly client: number;
	readonly structs: readonly Incoming[];
}

/** The new structs of an update by their clients; each begins with the next clock of its client. */
export type NewStructs = ReadonlyMap<number, readonly Incoming[]>;

/** What one client id wrote and the update deletes. Ranges are in order and do not overlap. */
export interface Deletes {
	readonly client: number;
	readonly ranges: readonly ClockRange[];
}

export interface ClockRange {
	readonly clock: number;
	readonly length: number;
}

/** An update (V1) of a client, decoded. */
export interface ClientUpdate {
	readonly sections: readonly Section[];
	readonly deletes: readonly Deletes[];
}
