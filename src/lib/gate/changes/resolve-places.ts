import * as Y from 'yjs';
import { askAgain, refuse } from '../refusal.ts';
import type { NewStructs } from './client-update.ts';
import type { DocumentChanges } from './document-changes.ts';
import type { Incoming, PlaceNode, StructId } from './incoming.ts';
import { indexAt } from './index-at.ts';

/** How far the structs of one client are placed. */
interface Cursor {
	readonly structs: readonly Incoming[];
	next: number;
	/** It waits for another client's, so nothing may wait for it. */
	waiting: boolean;
}

/**
 * Gives every struct its place as Yjs will: by its neighbours, in the store or in the update itself, or
 * by the root or parent it names, in the order of dependencies. What builds on a struct that is neither
 * here nor in the update asks for a new sync. Nothing is created and no recursion is as deep as the update.
 */
export function resolvePlaces(
	store: Y.Doc['store'],
	news: NewStructs,
	changes: DocumentChanges
): void {
	const cursors = new Map<number, Cursor>();
	for (const [client, structs] of news) cursors.set(client, { structs, next: 0, waiting: false });
	for (const cursor of cursors.values()) drain(cursor);

	function drain(first: Cursor): void {
		const stack = [{ cursor: first, until: Infinity }];
		for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
			const { cursor, until } = top;
			const struct = cursor.structs[cursor.next];
			if (struct === undefined || struct.clock >= until) {
				cursor.waiting = false;
				stack.pop();
				continue;
			}
			const need = missing(struct);
			if (need === undefined) {
				place(struct);
				cursor.next++;
				continue;
			}
			const other = cursors.get(need.client);
			const last = other?.structs.at(-1);
			if (other === undefined || last === undefined || last.end <= need.clock)
				askAgain('missing-dependency');
			if (other.waiting) askAgain('missing-dependency');
			cursor.waiting = true;
			stack.push({ cursor: other, until: need.clock + 1 });
		}
	}

	/** What the struct builds on that is not placed yet. */
	function missing(struct: Incoming): StructId | undefined {
		for (const id of [struct.origin, struct.rightOrigin, struct.parent]) {
			if (id === null) continue;
			if (id.client !== struct.client) {
				if (id.clock >= reached(id.client)) return id;
			} else if (id.clock >= struct.clock) refuse('self-reference');
		}
		return undefined;
	}

	/** The first clock of the client that is neither in the store nor placed. */
	function reached(client: number): number {
		const cursor = cursors.get(client);
		if (cursor === undefined) return Y.getState(store, client);
		return cursor.structs[cursor.next]?.clock ?? cursor.structs.at(-1)?.end ?? 0;
	}

	function place(struct: Incoming): void {
		if (struct.content.kind === 'gone') return;
		if (struct.origin !== null || struct.rightOrigin !== null) placeByNeighbours(struct);
		else if (struct.root !== null) struct.node = changes.rootNamed(struct.root);
		else if (struct.parent !== null) struct.node = insideOf(find(struct.parent));
		changes.add(struct);
	}

	/** Beside what Yjs forgot, it drops what is put. */
	function placeByNeighbours(struct: Incoming): void {
		const left = struct.origin && find(struct.origin);
		const right = struct.rightOrigin && find(struct.rightOrigin);
		const leftNode = left && nodeOf(left);
		const rightNode = right && nodeOf(right);
		if ((left !== null && leftNode === null) || (right !== null && rightNode === null)) return;
		if (left && right && (leftNode !== rightNode || keyOf(left) !== keyOf(right)))
			refuse('torn-place');
		const neighbour = left ?? right;
		struct.node = leftNode ?? rightNode;
		struct.key = neighbour && keyOf(neighbour);
	}

	function find(id: StructId): Incoming | Y.Item | Y.GC {
		const known =
			id.clock < Y.getState(store, id.client) ? store.clients.get(id.client) : undefined;
		const incoming = cursors.get(id.client)?.structs ?? [];
		const struct = known
			? known[Y.findIndexSS(known, id.clock)]
			: incoming[indexAt(incoming, id.clock)];
		if (struct === undefined) throw new Error('what was asked for first is not there');
		return struct;
	}

	function nodeOf(struct: Incoming | Y.Item | Y.GC): PlaceNode {
		if (struct instanceof Y.GC) return null;
		if (struct instanceof Y.Item) return changes.inside(struct.parent as Y.AbstractType<unknown>);
		return struct.node;
	}

	/** The place inside the type that a struct is; null where Yjs drops what is put. */
	function insideOf(struct: Incoming | Y.Item | Y.GC): PlaceNode {
		if (struct instanceof Y.GC) return null;
		if (struct instanceof Y.Item) {
			if (struct.content instanceof Y.ContentType) return changes.inside(struct.content.type);
			return struct.content instanceof Y.ContentDeleted ? null : refuse('not-a-parent');
		}
		if (struct.node === null) return null;
		return struct.inner ?? refuse('not-a-parent');
	}
}

function keyOf(struct: Incoming | Y.Item | Y.GC): string | null {
	if (struct instanceof Y.GC) return null;
	return struct instanceof Y.Item ? struct.parentSub : struct.key;
}
