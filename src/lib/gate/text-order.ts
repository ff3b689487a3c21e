import * as Y from 'yjs';
import type { FieldChange } from './document-changes.ts';
import type { Incoming } from './incoming.ts';
import { same, Sequence } from './sequence.ts';

/**
 * True when something written into a text names a right neighbour that does not stand right of its left
 * one. Nobody who saw the text could write that, and Yjs gives such a text one order to those who were
 * there and another to those who join. The order is computed only where two neighbours are not plainly so.
 */
export function hasCrossedNeighbours({ tail, written }: FieldChange): boolean {
	const text = tail?.content instanceof Y.ContentType ? tail.content.type : undefined;
	const unplain = written.some((struct) => !isPlain(struct, text?.doc?.store));
	if (!unplain) return false;
	const sequence = new Sequence(text?._start ?? null);
	for (const struct of written) {
		const { origin, rightOrigin } = struct;
		if (origin && rightOrigin && !sequence.isBefore(origin, rightOrigin)) return true;
		sequence.add(struct);
	}
	return false;
}

/** True where a neighbour is missing, and where both stand in the document side by side. */
function isPlain({ origin, rightOrigin }: Incoming, store: Y.Doc['store'] | undefined): boolean {
	if (origin === null || rightOrigin === null) return true;
	if (store === undefined || Y.getState(store, origin.client) <= origin.clock) return false;
	const left = Y.getItem(store, Y.createID(origin.client, origin.clock));
	const last = left.id.clock + left.length - 1;
	const next = { client: origin.client, clock: origin.clock + 1 };
	return same(origin.clock < last ? next : (left.right?.id ?? null), rightOrigin);
}
