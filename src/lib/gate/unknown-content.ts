import * as Y from 'yjs';

/** What an update holds beside what a document knows already. */
export type Novelty = 'nothing' | 'something' | 'gap';

/**
 * Compares an update (V1) with a document without applying it. A reconnecting client sends its whole
 * delete set and perhaps structs that the server has, which is `nothing`; a struct that leaves out a
 * clock in between is a `gap`, which only a new sync can mend. Throws when the bytes are no update.
 */
export function noveltyOf(doc: Y.Doc, update: Uint8Array): Novelty {
	const { structs, ds } = Y.decodeUpdate(update);
	let novelty: Novelty = 'nothing';
	const reached = new Map<number, number>();
	for (const struct of structs) {
		const { client, clock } = struct.id;
		const known = reached.get(client) ?? Y.getState(doc.store, client);
		if (clock > known || struct instanceof Y.Skip) return 'gap';
		if (clock + struct.length > known) {
			reached.set(client, clock + struct.length);
			novelty = 'something';
		}
	}
	if (novelty === 'something') return novelty;
	for (const [client, ranges] of ds.clients)
		for (const { clock, len } of ranges)
			if (!isDeleted(doc, client, clock, len)) return 'something';
	return novelty;
}

function isDeleted(doc: Y.Doc, client: number, clock: number, length: number): boolean {
	const structs = doc.store.clients.get(client);
	const end = clock + length;
	if (!structs || Y.getState(doc.store, client) < end) return false;
	for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
		const struct = structs[index];
		if (!struct || struct.id.clock >= end) break;
		if (!struct.deleted) return false;
	}
	return true;
}
