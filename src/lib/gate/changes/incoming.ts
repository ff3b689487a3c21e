import type * as Y from 'yjs';
import type { FieldShape, RootShape } from '../document-shape.ts';

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

/**
 * One struct of a client's update, decoded. It names the change that it belongs to and the change names it,
 * so the types of both stand here.
 */
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

/** What an update does to one root. */
export interface RootChange {
	readonly kind: 'root';
	readonly shape: RootShape;
	readonly type: Y.Map<unknown>;
	/** By their keys, where the root holds entries. */
	readonly entries: Map<string, EntryChange>;
	/** By their keys, where the root holds values. */
	readonly fields: Map<string, FieldChange>;
}

/** What an update does to one entry of a root. */
export interface EntryChange {
	readonly kind: 'entry';
	readonly key: string;
	readonly root: RootChange;
	/** The map as it stands; undefined when the update makes it. */
	readonly type: Y.Map<unknown> | undefined;
	readonly fields: Map<string, FieldChange>;
	/** How many items the update adds to its history. */
	traces: number;
}

/** What an update does to one field of an entry, or to one value of a root. */
export interface FieldChange {
	readonly kind: 'field';
	readonly shape: FieldShape;
	/** The last item of the field's history as it stands. */
	readonly tail: Y.Item | undefined;
	readonly entry: EntryChange | undefined;
	/** New items of its history or its text, in the order of their dependencies. */
	readonly written: Incoming[];
	/** The value that will stand, where the field keeps one and the update brings another; else undefined. */
	value: unknown;
	/** The item that stands is deleted by the delete set. */
	cleared: boolean;
	/** The struct that makes a text field. */
	made: Incoming | undefined;
	/** UTF-16 units that join the text and leave it. */
	inserted: number;
	removed: number;
	/** The parts of a text that are deleted. */
	readonly deletions: Deletion[];
}

/** A part of one struct that a delete set deletes and that was not deleted before. */
export interface Deletion {
	readonly target: Y.Item | Incoming;
	readonly clock: number;
	readonly length: number;
}
