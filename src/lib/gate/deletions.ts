import * as Y from 'yjs';
import { Incoming, type Deletes, type NewStructs } from './incoming.ts';
import { refuse } from './refusal.ts';
import { indexAt } from './resolve-places.ts';

/** A part of one struct that a delete set deletes and that was not deleted before. */
export interface Deletion {
	readonly target: Y.Item | Incoming;
	readonly clock: number;
	readonly length: number;
}

/** Refuses ranges past what the store holds once the new structs are applied: they would delete later writing. */
export function refuseFutureDeletes(
	store: Y.Doc['store'],
	news: NewStructs,
	deletes: readonly Deletes[]
): void {
	for (const { client, ranges } of deletes) {
		const last = ranges.at(-1);
		if (last === undefined) continue;
		const state = news.get(client)?.at(-1)?.end ?? Y.getState(store, client);
		if (last.clock + last.length > state) refuse('future-delete');
	}
}

/**
 * Walks what is left to delete, skipping what is deleted already: a reconnecting client sends the whole
 * document's delete set. Ranges lie within the state, in order and apart, so no struct is met twice.
 */
export function* liveDeletions(
	store: Y.Doc['store'],
	news: NewStructs,
	deletes: readonly Deletes[]
): Generator<Deletion, void> {
	for (const { client, ranges } of deletes) {
		const known = store.clients.get(client) ?? [];
		const state = Y.getState(store, client);
		const added = news.get(client) ?? [];
		for (const { clock, length } of ranges) {
			const end = clock + length;
			if (clock < state) yield* within(known, Y.findIndexSS(known, clock), clock, end);
			if (end > state) {
				const from = Math.max(clock, state);
				yield* within(added, indexAt(added, from), from, end);
			}
		}
	}
}

function* within(
	structs: readonly (Y.Item | Y.GC | Incoming)[],
	first: number,
	from: number,
	end: number
): Generator<Deletion, void> {
	for (let index = first; index < structs.length; index++) {
		const target = structs[index];
		if (target === undefined) return;
		const clock = target instanceof Incoming ? target.clock : target.id.clock;
		if (clock >= end) return;
		const start = Math.max(clock, from);
		if (isLive(target))
			yield { target, clock: start, length: Math.min(clock + target.length, end) - start };
	}
}

function isLive(struct: Y.Item | Y.GC | Incoming): struct is Y.Item | Incoming {
	if (struct instanceof Incoming)
		return (
			struct.content.kind !== 'gone' && struct.content.kind !== 'deleted' && struct.node !== null
		);
	return struct instanceof Y.Item && !struct.deleted;
}
