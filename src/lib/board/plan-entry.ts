import * as Y from 'yjs';
import type { Part } from '../domain/plan/field-parts.ts';
import { LIST_NAMES, type ListName } from '../domain/plan/action-fields.ts';
import { newId } from '../domain/id.ts';
import type { LocalizedText } from '../domain/text/locale.ts';
import { readLocalized, writeLocalized } from './localized-fields.ts';
import { spliceText } from './splice-text.ts';

/** An entry of a plan's document: the fields of an axis, an objective, an action or a row. */
export type Fields = Y.Map<unknown>;
export type Entries = Y.Map<Fields>;

/** The root maps of a plan's document by their names; a list's bears the list's name. */
export const PLAN_ROOTS = ['plan', 'axes', 'objectives', 'actions', ...LIST_NAMES] as const;

export const planRoots = (doc: Y.Doc) => ({
	plan: doc.getMap<unknown>('plan'),
	axes: doc.getMap<Fields>('axes'),
	objectives: doc.getMap<Fields>('objectives'),
	actions: doc.getMap<Fields>('actions')
});

/** The rows of one list of all actions. */
export function listRoot(doc: Y.Doc, list: ListName): Entries {
	return doc.getMap<Fields>(list);
}

/** What stands in the fields of an entry, part by part; a part that was never written is undefined. */
export function readFields(
	map: Fields,
	parts: Readonly<Record<string, Part>>
): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(parts).map(([name, part]) => [name, readField(map, name, part)])
	);
}

/** Writes the parts that `values` names; undefined makes one missing. Texts are spliced, and stand already. */
export function writeFields(
	map: Fields,
	parts: Readonly<Record<string, Part>>,
	values: Readonly<Record<string, unknown>>
): void {
	for (const [name, value] of Object.entries(values)) {
		const part = parts[name];
		if (part) writeField(map, name, part, value);
	}
}

/** Adds an entry with all its texts, at the end of its own, and gives its id. Part of a transaction. */
export function addEntry(
	entries: Entries,
	parts: Readonly<Record<string, Part>>,
	values: Readonly<Record<string, unknown>>,
	/** Which others it stands among. */
	isBeside: (other: Fields) => boolean = () => true
): string {
	const id = newId(12);
	const beside = standing(entries).filter(([, other]) => isBeside(other));
	const last = Math.max(0, ...beside.map(([, other]) => positionOf(other)));
	const map: Fields = entries.set(id, new Y.Map());
	completeTexts(map, parts);
	writeFields(map, parts, values);
	map.set('position', last + 1);
	return id;
}

/** Makes the texts that an entry lacks. Only whoever makes it does so, or the server before anybody is served. */
export function completeTexts(map: Fields, parts: Readonly<Record<string, Part>>): void {
	for (const [name, part] of Object.entries(parts))
		if (part.kind === 'text' && !(map.get(name) instanceof Y.Text)) map.set(name, new Y.Text());
}

/** Entries that are on the plan. Undoing the creation of one takes its position. */
export function standing(entries: Entries): [string, Fields][] {
	return [...entries].filter(([id, map]) => stands(id, map));
}

export function stands(id: string, map: Fields | undefined): map is Fields {
	return (
		map instanceof Y.Map &&
		Number.isFinite(map.get('position')) &&
		map.get('deleted') !== true &&
		/^[a-z0-9]{4,24}$/.test(id)
	);
}

export function positionOf(map: Fields): number {
	const position = map.get('position');
	return typeof position === 'number' && Number.isFinite(position) ? position : 0;
}

/** By their positions, those with the same by their ids, so that every device has one order. */
export function inOrder<T extends { readonly id: string; readonly position: number }>(
	entries: T[]
): T[] {
	return entries.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

function readField(map: Fields, name: string, part: Part): unknown {
	if (part.kind === 'localized') return readLocalized(map, name);
	if (part.kind === 'tags') return part.values.filter((tag) => map.get(`${name}.${tag}`) === true);
	const value = map.get(name);
	return value instanceof Y.Text ? value.toString() : value;
}

function writeField(map: Fields, name: string, part: Part, value: unknown): void {
	if (part.kind === 'localized') writeLocalized(map, name, value as LocalizedText);
	else if (part.kind === 'tags')
		for (const tag of part.values) setValue(map, `${name}.${tag}`, isAmong(tag, value));
	else if (part.kind === 'text') {
		const text = map.get(name);
		if (text instanceof Y.Text) spliceText(text, typeof value === 'string' ? value : '');
	} else setValue(map, name, value ?? null);
}

/** Nothing is written over itself: it would take the value from whoever wrote it. */
function setValue(map: Fields, key: string, value: unknown): void {
	const held = map.get(key);
	if (held !== value && !(held === undefined && (value === null || value === false)))
		map.set(key, value);
}

function isAmong(tag: string, value: unknown): boolean {
	return Array.isArray(value) && value.includes(tag);
}
