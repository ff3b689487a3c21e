import * as Y from 'yjs';
import { refuse } from '../refusal.ts';
import type { ClockRange, Deletes } from './client-update.ts';
import { type DocumentChanges, fieldOf, leaveTrace } from './document-changes.ts';
import { type Deletion, Incoming, type PlaceNode } from './incoming.ts';

/**
 * Adds what an update deletes to its changes, and gives the delete set that is to be applied. A value that
 * is overwritten in a field that keeps one is left out: Yjs deletes it itself where it is overwritten
 * indeed, so that no delete set takes the value that stands.
 */
export function applyDeletions(
	changes: DocumentChanges,
	deletions: readonly Deletion[]
): Deletes[] {
	const kept = new Map<number, ClockRange[]>();
	for (const deletion of deletions) {
		if (!addDeletion(changes, deletion)) continue;
		const { client } = idOf(deletion.target);
		const ranges = kept.get(client) ?? [];
		ranges.push({ clock: deletion.clock, length: deletion.length });
		kept.set(client, ranges);
	}
	return [...kept].map(([client, ranges]) => ({ client, ranges }));
}

/** False when the deletion is left out. */
function addDeletion(changes: DocumentChanges, deletion: Deletion): boolean {
	const { target, clock, length } = deletion;
	if (isType(target)) refuse('deletes-type');
	const [node, key] = placeOf(changes, target);
	if (node === null) return false;
	if (node.kind === 'field') {
		node.removed += length;
		node.deletions.push(deletion);
		leaveTrace(node);
		return true;
	}
	const field = key === null ? refuse('list-in-map') : fieldOf(node, key);
	if (field.shape.kind === 'value' && field.shape.once === true) refuse('deletes-kept');
	if (field.shape.kind === 'value' && field.shape.kept === true) {
		if (field.written.length === 0) refuse('deletes-kept');
		return false;
	}
	if (!(target instanceof Incoming)) field.cleared = true;
	else if (clock + length === target.end) target.deleted = true;
	leaveTrace(field);
	return true;
}

function isType(target: Y.Item | Incoming): boolean {
	return target instanceof Incoming
		? target.content.kind === 'type'
		: target.content instanceof Y.ContentType;
}

function idOf(target: Y.Item | Incoming): { readonly client: number } {
	return target instanceof Incoming ? target : target.id;
}

function placeOf(
	changes: DocumentChanges,
	target: Y.Item | Incoming
): [place: PlaceNode, key: string | null] {
	if (target instanceof Incoming) return [target.node, target.key];
	return [changes.inside(target.parent as Y.AbstractType<unknown>), target.parentSub];
}
