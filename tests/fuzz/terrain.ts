import * as Y from 'yjs';
import type { RawId } from './forge-update.ts';
import { LIST_NAMES } from '#lib/domain/plan/action-fields.ts';
import type { SeededRandom } from './seeded-random.ts';

/** The kinds of shared documents, each with its own closed shape. */
export type DocumentKind = 'board' | 'clusters' | 'plan' | 'stage';

/** The root maps that hold entries (a key to a map), and those that hold values (a key to a value). */
export const ROOTS: Record<
	DocumentKind,
	{ readonly entries: readonly string[]; readonly values: readonly string[] }
> = {
	board: { entries: ['notes'], values: [] },
	clusters: { entries: ['clusters'], values: ['members'] },
	plan: { entries: ['axes', 'objectives', 'actions', ...LIST_NAMES], values: ['plan'] },
	stage: { entries: [], values: ['stage'] }
};

/** A map that stands under a key of a root. */
export interface Entry {
	readonly root: string;
	readonly key: string;
	readonly item: Y.Item;
	readonly map: Y.Map<unknown>;
}

/** What a forger can see of a document: everything that stands in it, by its ids. Changes nothing. */
export class Terrain {
	readonly doc: Y.Doc;
	readonly kind: DocumentKind;

	constructor(doc: Y.Doc, kind: DocumentKind) {
		this.doc = doc;
		this.kind = kind;
	}

	/** The clock that a client writes next. */
	next(client: number): number {
		return Y.getState(this.doc.store, client);
	}

	clients(): number[] {
		return [...this.doc.store.clients.keys()];
	}

	/** The id of something that stands in the document, of any client; undefined in an empty one. */
	anyId(random: SeededRandom): RawId | undefined {
		const client = random.pickOr(this.clients());
		return client === undefined ? undefined : { client, clock: random.below(this.next(client)) };
	}

	entries(): Entry[] {
		const entries: Entry[] = [];
		for (const root of ROOTS[this.kind].entries)
			for (const [key, item] of this.doc.getMap(root)._map)
				if (item.content instanceof Y.ContentType && item.content.type instanceof Y.Map)
					entries.push({ root, key, item, map: item.content.type });
		return entries;
	}

	/** A text of an entry, the one that holds most; undefined for one without any. */
	textOf(entry: Entry): { readonly id: RawId; readonly items: Y.Item[] } | undefined {
		const texts = [...entry.map._map.values()].filter(
			({ content }) => content instanceof Y.ContentType && content.type instanceof Y.Text
		);
		const lengthOf = ({ content }: Y.Item): number =>
			content instanceof Y.ContentType && content.type instanceof Y.Text ? content.type.length : 0;
		const [item] = texts.sort((one, other) => lengthOf(other) - lengthOf(one));
		if (!(item?.content instanceof Y.ContentType)) return undefined;
		const items: Y.Item[] = [];
		for (let at = item.content.type._start; at; at = at.right) items.push(at);
		return { id: item.id, items };
	}

	/** The item that holds a key's value now, in a root of values or in an entry. */
	valueItem(map: Y.Map<unknown>, key: string): Y.Item | undefined {
		return map._map.get(key);
	}
}

/** The id of an item's last clock. */
export function lastIdOf(item: Y.Item): RawId {
	return { client: item.id.client, clock: item.id.clock + item.length - 1 };
}
