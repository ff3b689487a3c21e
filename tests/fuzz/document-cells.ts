import * as Y from 'yjs';
import { ROOTS, type DocumentKind } from './terrain.ts';
import { must } from './violation.ts';

/**
 * Everything that a reader of a document can see, flat: `root`, `root/key` or `root/key/field` to a text
 * that differs whenever the value does. Keys are kept apart by U+0000, which `cellPath` takes apart again.
 */
export type Cells = ReadonlyMap<string, string>;

export function cellPath(cell: string): { root: string; key: string; field: string | undefined } {
	const [root = '', key = '', field] = cell.split('\0\0');
	return { root, key, field };
}

/**
 * Reads a document by Yjs's own structures, and throws for whatever no document of its kind may hold:
 * another root, a list, a nested or foreign type, a value of several parts, something parked.
 */
export function readCells(doc: Y.Doc, kind: DocumentKind): Cells {
	const { entries, values } = ROOTS[kind];
	must(doc.store.pendingStructs === null && doc.store.pendingDs === null, 'something is parked');
	must(doc.subdocs.size === 0, 'a document within the document');
	const cells = new Map<string, string>();
	for (const [root, type] of doc.share) {
		must(entries.includes(root) || values.includes(root), `a root ${JSON.stringify(root)}`);
		must(type._start === null, `a list in the root ${root}`);
		for (const [key, item] of type._map) {
			if (item.deleted) continue;
			const cell = `${root}\0\0${nameOf(key)}`;
			if (values.includes(root)) cells.set(cell, valueOf(item, cell));
			else readEntry(item, cell, cells);
		}
	}
	return cells;
}

function readEntry(entry: Y.Item, cell: string, cells: Map<string, string>): void {
	const { content } = entry;
	must(content instanceof Y.ContentType && content.type instanceof Y.Map, `no map at ${cell}`);
	const { type } = content;
	must(type._start === null, `a list in the map at ${cell}`);
	cells.set(cell, `map ${idOf(entry)}`);
	for (const [field, item] of type._map)
		if (!item.deleted)
			cells.set(
				`${cell}\0\0${nameOf(field)}`,
				item.content instanceof Y.ContentType
					? textOf(item, item.content.type, cell)
					: valueOf(item, cell)
			);
}

function textOf(item: Y.Item, text: Y.AbstractType<unknown>, cell: string): string {
	must(text instanceof Y.Text && !(text instanceof Y.XmlText), `no text at ${cell}`);
	must(text._map.size === 0, `attributes of the text at ${cell}`);
	let words = '';
	for (let at = text._start; at; at = at.right) {
		if (at.deleted) continue;
		must(at.content instanceof Y.ContentString, `no characters in the text at ${cell}`);
		words += at.content.str;
	}
	return `text ${idOf(item)} ${JSON.stringify(words)}`;
}

function valueOf({ content }: Y.Item, cell: string): string {
	must(content instanceof Y.ContentAny, `no plain value at ${cell}`);
	// Of several values that overwrote one another the last one stands.
	const value: unknown = content.arr.at(-1);
	const text = JSON.stringify(value, (_key, part: unknown) => {
		must(typeof part !== 'bigint', `a big integer at ${cell}`);
		return part;
	}) as string | undefined;
	return `${typeof value} ${text ?? ''} ${Object.is(value, Number.NaN)}`;
}

/** No key of ours has a U+0000, which keeps the parts of a path apart. */
function nameOf(key: string): string {
	must(!key.includes('\0'), `a key ${JSON.stringify(key)}`);
	return key;
}

/** What a cell's text holds, back as a value; a text's words as a string; undefined for no cell. */
export function cellValue(cell: string | undefined): unknown {
	if (cell === undefined) return undefined;
	const kind = cell.slice(0, cell.indexOf(' '));
	if (kind === 'map' || kind === 'undefined') return undefined;
	const from = cell.indexOf(' ') + 1;
	if (kind === 'text') return JSON.parse(cell.slice(cell.indexOf(' ', from) + 1));
	return JSON.parse(cell.slice(from, cell.lastIndexOf(' ')));
}

function idOf({ id }: Y.Item): string {
	return `${id.client}:${id.clock}`;
}
