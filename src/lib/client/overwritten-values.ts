import * as Y from 'yjs';
import { OWN_CHANGE } from '#lib/board/board-doc.ts';

/** A whole value of one's own that somebody else wrote over. */
export interface OverwrittenValue {
	/** The root map, the entry in it ('' where the root holds the value itself) and the field. */
	readonly root: string;
	readonly entry: string;
	readonly field: string;
	/** What one had written. */
	readonly mine: unknown;
}

/** How long somebody else's writing counts as writing over one's own, in milliseconds. */
const A_MINUTE = 60_000;

/**
 * Watches a document for values that the last writer of a field takes from the one before: what one wrote here
 * and somebody else replaced within a minute. Texts in which both write lose nothing and are no such values.
 */
export class OverwrittenValues {
	private readonly doc: Y.Doc;
	private readonly now: () => number;
	private readonly own = new Map<string, { readonly value: unknown; readonly at: number }>();
	private lost: readonly OverwrittenValue[] = [];
	private readonly changed = new Set<() => void>();
	private readonly stops: (() => void)[] = [];

	/** `minds` tells which fields hold something that a person wrote. */
	constructor(
		doc: Y.Doc,
		roots: readonly string[],
		minds: (field: string) => boolean,
		now: () => number = Date.now
	) {
		this.doc = doc;
		this.now = now;
		for (const root of roots) {
			const map = doc.getMap(root);
			const follow = (
				events: Y.YEvent<Y.AbstractType<unknown>>[],
				{ local }: Y.Transaction
			): void => {
				for (const event of events) {
					if (!(event instanceof Y.YMapEvent)) continue;
					const entry = event.target === map ? '' : String(event.path[0]);
					for (const [field, { oldValue }] of event.changes.keys)
						if (minds(field)) this.follow({ root, entry, field }, oldValue, local);
				}
			};
			map.observeDeep(follow);
			this.stops.push(() => map.unobserveDeep(follow));
		}
	}

	/** What was written over and neither brought back nor left, the last one first. */
	get current(): readonly OverwrittenValue[] {
		return this.lost;
	}

	/** Calls back whenever {@link current} is another; gives what ends it. */
	observe(changed: () => void): () => void {
		this.changed.add(changed);
		return () => this.changed.delete(changed);
	}

	/** Writes one's own value again; the other's stays in the history of the plan alone. */
	bringBack(value: OverwrittenValue): void {
		const map = this.mapOf(value);
		this.leave(value);
		if (map) this.doc.transact(() => map.set(value.field, value.mine), OWN_CHANGE);
	}

	/** Lets the other's value stand. */
	leave(value: OverwrittenValue): void {
		this.tell(this.lost.filter((other) => nameOf(other) !== nameOf(value)));
	}

	destroy(): void {
		for (const stop of this.stops) stop();
	}

	private follow(cell: Omit<OverwrittenValue, 'mine'>, oldValue: unknown, local: boolean): void {
		const value = this.mapOf(cell)?.get(cell.field);
		if (value instanceof Y.AbstractType || oldValue instanceof Y.AbstractType) return;
		const name = nameOf(cell);
		if (local) {
			this.own.set(name, { value, at: this.now() });
			if (this.lost.some((other) => nameOf(other) === name))
				this.leave({ ...cell, mine: undefined });
			return;
		}
		const own = this.own.get(name);
		if (!own || own.value === value) return;
		this.own.delete(name);
		if (own.value !== oldValue || this.now() - own.at > A_MINUTE) return;
		this.tell([{ ...cell, mine: own.value }, ...this.lost]);
	}

	private mapOf({ root, entry }: Pick<OverwrittenValue, 'root' | 'entry'>) {
		const map = this.doc.getMap<unknown>(root);
		if (entry === '') return map;
		const found = map.get(entry);
		return found instanceof Y.Map ? (found as Y.Map<unknown>) : undefined;
	}

	private tell(lost: readonly OverwrittenValue[]): void {
		this.lost = lost;
		for (const changed of this.changed) changed();
	}
}

function nameOf({ root, entry, field }: Omit<OverwrittenValue, 'mine'>): string {
	return `${root}/${entry}/${field}`;
}
