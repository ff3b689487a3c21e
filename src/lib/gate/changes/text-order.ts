import * as Y from 'yjs';
import { refuse } from '../refusal.ts';
import type { FieldChange, Incoming } from './incoming.ts';
import { same, Sequence } from './sequence.ts';

/** The text as it stands; undefined for one that the update makes. */
type Text = Y.ContentType['type'] | undefined;

/** Clocks of a text's history, beyond which nobody writes between what others wrote meanwhile. */
const LONGEST = 100_000;

/**
 * Refuses characters between neighbours that nobody can have had side by side. Yjs gives such a text one
 * order to those who were there and another to those who join, or to whoever loads a snapshot.
 */
export function refuseImpossibleNeighbours({ tail, written }: FieldChange): void {
	if (written.length === 0) return;
	const text = tail?.content instanceof Y.ContentType ? tail.content.type : undefined;
	if (isPlain(text, written)) return;
	const first = text?._start ?? null;
	if (clocksOf(first, written) > LONGEST) refuse('too-many-changes');
	const sequence = new Sequence(first);
	for (const struct of written) {
		if (!sequence.isPossible(struct)) refuse('torn-order');
		sequence.add(struct);
	}
}

/** One run, between two that stand side by side now: no order has to be computed for it. */
function isPlain(text: Text, written: readonly Incoming[]): boolean {
	const [start, ...more] = written;
	if (start === undefined || !standSideBySide(text, start)) return false;
	let last = start;
	for (const struct of more) {
		const end = { client: last.client, clock: last.end - 1 };
		if (!same(struct.origin, end) || !same(struct.rightOrigin, start.rightOrigin)) return false;
		last = struct;
	}
	return true;
}

function standSideBySide(text: Text, { origin, rightOrigin }: Incoming): boolean {
	if (origin === null) return same(text?._start?.id ?? null, rightOrigin);
	const store = text?.doc?.store;
	if (store === undefined || origin.clock >= Y.getState(store, origin.client)) return false;
	const item = Y.getItem(store, Y.createID(origin.client, origin.clock));
	const inside = origin.clock < item.id.clock + item.length - 1;
	const next = { client: origin.client, clock: origin.clock + 1 };
	return same(inside ? next : (item.right?.id ?? null), rightOrigin);
}

function clocksOf(first: Y.Item | null, written: readonly Incoming[]): number {
	let clocks = 0;
	for (let item = first; item !== null; item = item.right) clocks += item.length;
	for (const { length } of written) clocks += length;
	return clocks;
}
