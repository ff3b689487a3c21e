import * as Y from 'yjs';
import type { FieldShape, RootShape } from '../document-shape.ts';
import { refuse } from '../refusal.ts';
import type { EntryChange, FieldChange, Incoming, PlaceNode, RootChange } from './incoming.ts';

/** Gathers what an update does by the places of the document's schema, and refuses what has no place. */
export class DocumentChanges {
	readonly roots = new Map<string, RootChange>();
	private readonly doc: Y.Doc;
	private readonly shapes: ReadonlyMap<string, RootShape>;

	/** `shapes` are those of the document's roots, by their names. */
	constructor(doc: Y.Doc, shapes: ReadonlyMap<string, RootShape>) {
		this.doc = doc;
		this.shapes = shapes;
	}

	/** The root of that name; it is looked up and never created. */
	rootNamed(name: string): RootChange {
		const known = this.roots.get(name);
		if (known) return known;
		const shape = this.shapes.get(name);
		const type = this.doc.share.get(name);
		if (shape === undefined || !(type instanceof Y.Map)) return refuse('unknown-root');
		const root: RootChange = {
			kind: 'root',
			shape,
			type: type as Y.Map<unknown>,
			entries: new Map(),
			fields: new Map()
		};
		this.roots.set(name, root);
		return root;
	}

	/** The place inside a type that stands in the document. */
	inside(type: Y.AbstractType<unknown>): PlaceNode {
		const item = type._item;
		if (item === null) return this.rootNamed(Y.findRootTypeKey(type));
		const outer = this.inside(item.parent as Y.AbstractType<unknown>);
		const key = item.parentSub;
		if (key === null || outer === null) return refuse('list-in-map');
		if (outer.kind === 'root' && outer.shape.kind === 'entries' && type instanceof Y.Map)
			return entryOf(outer, key, type as Y.Map<unknown>);
		if (outer.kind === 'entry' && type instanceof Y.Text) {
			const field = fieldOf(outer, key);
			if (field.shape.kind === 'text') return field;
		}
		return refuse('not-a-parent');
	}

	/** Adds a struct at its place. */
	add(struct: Incoming): void {
		const { node } = struct;
		if (node === null) return;
		if (node.kind === 'field') {
			addCharacters(node, struct);
			return;
		}
		const { key } = struct;
		if (key === null) refuse('list-in-map');
		if (struct.rightOrigin !== null) refuse('left-of-value');
		if (node.kind === 'root' && node.shape.kind === 'entries') {
			addEntry(node, key, struct);
			return;
		}
		const field = fieldOf(node, key);
		if (field.shape.kind === 'text') addText(field, struct);
		else addValue(field, field.shape, struct);
	}
}

/** The field of that name in an entry, or the value of that key in a root. */
export function fieldOf(map: RootChange | EntryChange, name: string): FieldChange {
	const known = map.fields.get(name);
	if (known) return known;
	const shape = shapeOf(map, name);
	if (shape === undefined) return refuse('unknown-field');
	const field: FieldChange = {
		kind: 'field',
		shape,
		tail: map.type?._map.get(name),
		entry: map.kind === 'entry' ? map : undefined,
		written: [],
		value: undefined,
		cleared: false,
		made: undefined,
		inserted: 0,
		removed: 0,
		deletions: []
	};
	map.fields.set(name, field);
	return field;
}

function shapeOf(map: RootChange | EntryChange, name: string): FieldShape | undefined {
	if (map.kind === 'entry') return map.root.shape.field(name);
	return map.shape.kind === 'values' ? map.shape.field(name) : undefined;
}

function entryOf(root: RootChange, key: string, type: Y.Map<unknown> | undefined): EntryChange {
	const known = root.entries.get(key);
	if (known) return known;
	const entry: EntryChange = { kind: 'entry', key, root, type, fields: new Map(), traces: 0 };
	root.entries.set(key, entry);
	return entry;
}

function addEntry(root: RootChange, key: string, struct: Incoming): void {
	const { content } = struct;
	if (root.shape.kind !== 'entries' || !root.shape.isKey(key)) refuse('unknown-key');
	if (content.kind !== 'type' || content.type !== 'map') refuse('not-an-entry');
	if (root.type._map.has(key) || root.entries.has(key)) refuse('replaced');
	struct.inner = entryOf(root, key, undefined);
}

function addText(field: FieldChange, struct: Incoming): void {
	const { content } = struct;
	if (content.kind !== 'type' || content.type !== 'text') refuse('not-a-text');
	if (field.tail !== undefined || field.made !== undefined) refuse('replaced');
	field.made = struct;
	struct.inner = field;
	leaveTrace(field);
}

function addValue(
	field: FieldChange,
	shape: FieldShape & { kind: 'value' },
	struct: Incoming
): void {
	const { content } = struct;
	if (content.kind !== 'values' && content.kind !== 'deleted') refuse('not-a-value');
	if (content.kind === 'values' && !content.values.every((value) => shape.accepts(value)))
		refuse('value');
	if (shape.once === true && (field.tail !== undefined || field.written.length > 0))
		refuse('replaced');
	field.written.push(struct);
	leaveTrace(field, struct.length);
}

function addCharacters(field: FieldChange, struct: Incoming): void {
	const { content } = struct;
	if (struct.key !== null) refuse('map-in-text');
	if (content.kind !== 'characters' && content.kind !== 'deleted') refuse('not-characters');
	if (content.kind === 'characters') field.inserted += struct.length;
	field.written.push(struct);
	leaveTrace(field);
}

/** Counts what stays in the history of an entry: values one by one, characters by the run. */
export function leaveTrace({ entry }: FieldChange, count = 1): void {
	if (entry) entry.traces += count;
}
