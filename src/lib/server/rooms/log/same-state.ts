import * as Y from 'yjs';

/** True when two documents hold the same structs and the same deletions, and nothing waits for more. */
export function sameState(a: Y.Doc, b: Y.Doc): boolean {
	return isWhole(a) && isWhole(b) && Y.equalSnapshots(Y.snapshot(a), Y.snapshot(b));
}

function isWhole({ store }: Y.Doc): boolean {
	return store.pendingStructs === null && store.pendingDs === null;
}
