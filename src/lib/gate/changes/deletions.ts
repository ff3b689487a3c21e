import * as Y from 'yjs';
import { refuse } from '../refusal.ts';
import type { ClockRange, Deletes, NewStructs } from './client-update.ts';
import type { Deletion, Incoming } from './incoming.ts';
import { indexAt } from './index-at.ts';

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

/** True when the delete sets take anything that was not deleted before. */
export function takesAnything(
	store: Y.Doc['store'],
	news: NewStructs,
	deletes: readonly Deletes[]
): boolean {
	return visitLive(store, news, deletes, () => true);
}

/** What is left to delete. The new structs must have their places. */
export function liveDeletions(
	store: Y.Doc['store'],
	news: NewStructs,
	deletes: readonly Deletes[]
): Deletion[] {
	const found: Deletion[] = [];
	visitLive(store, news, deletes, (deletion) => {
		found.push(deletion);
		return false;
	});
	return found;
}

type Visit = (deletion: Deletion) => boolean;

/**
 * Visits what is not deleted already, until a visit gives true: a reconnecting client sends the whole
 * document's delete set. Ranges lie within the state, in order and apart, so no struct is met twice.
 */
function visitLive(
	store: Y.Doc['store'],
	news: NewStructs,
	deletes: readonly Deletes[],
	visit: Visit
): boolean {
	return deletes.some(({ client, ranges }) => {
		const state = Y.getState(store, client);
		return (
			visitKnown(store.clients.get(client) ?? [], ranges, state, visit) ||
			visitNew(news.get(client) ?? [], ranges, state, visit)
		);
	});
}

/** Steps from range to range, and searches where the next one is further away. */
const STEPS = 8;

function visitKnown(
	structs: (Y.Item | Y.GC)[],
	ranges: readonly ClockRange[],
	state: number,
	visit: Visit
): boolean {
	let index = 0;
	for (const { clock, length } of ranges) {
		if (clock >= state) return false;
		for (let step = 0; step < STEPS && endOf(structs[index]) <= clock; step++) index++;
		if (endOf(structs[index]) <= clock) index = Y.findIndexSS(structs, clock);
		for (let struct = structs[index]; struct; struct = structs[++index]) {
			const start = struct.id.clock;
			if (start >= clock + length) break;
			if (struct.deleted || !(struct instanceof Y.Item)) continue;
			const from = Math.max(start, clock);
			const to = Math.min(start + struct.length, clock + length);
			if (visit({ target: struct, clock: from, length: to - from })) return true;
		}
		// The last struct may reach into the next range.
		if (index > 0) index--;
	}
	return false;
}

function endOf(struct: Y.Item | Y.GC | undefined): number {
	return struct === undefined ? Infinity : struct.id.clock + struct.length;
}

function visitNew(
	structs: readonly Incoming[],
	ranges: readonly ClockRange[],
	state: number,
	visit: Visit
): boolean {
	for (const range of ranges) {
		const end = range.clock + range.length;
		if (end <= state) continue;
		const clock = Math.max(range.clock, state);
		for (let index = indexAt(structs, clock); index < structs.length; index++) {
			const struct = structs[index];
			if (struct === undefined || struct.clock >= end) break;
			const { kind } = struct.content;
			if (kind === 'gone' || kind === 'deleted' || struct.node === null) continue;
			const from = Math.max(struct.clock, clock);
			if (visit({ target: struct, clock: from, length: Math.min(struct.end, end) - from }))
				return true;
		}
	}
	return false;
}
