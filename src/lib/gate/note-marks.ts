import * as Y from 'yjs';
import type { EntryChange, FieldChange } from './document-changes.ts';
import type { StructId } from './incoming.ts';
import { Sequence } from './sequence.ts';
import { standingValue } from './standing-value.ts';

/**
 * True when changed words may stand without a mark: the note has it or gets it, or nobody will see other
 * words than before. So a facilitator's deletion and its undo pass unmarked, also both in one update.
 */
export function needsNoMark(note: EntryChange, text: FieldChange): boolean {
	const { type, fields } = note;
	if (fields.has('edited') || type?._map.has('edited') === true) return true;
	const deleted = fields.get('deleted');
	if (type?.get('deleted') === true || (deleted && standingValue(deleted) === true)) return true;
	const before = type?.get('text');
	if (!(before instanceof Y.Text)) return false;
	const length = before.length + text.inserted - text.removed;
	return (
		length === 0 || (length === before.length && textAfter(before, text) === before.toString())
	);
}

function textAfter(before: Y.Text, { written, deletions }: FieldChange): string {
	const sequence = new Sequence(before._start);
	for (const struct of written) sequence.add(struct);
	return sequence.text((id) => deletions.some((deletion) => covers(deletion, id)));
}

function covers(
	{ target, clock, length }: FieldChange['deletions'][number],
	id: StructId
): boolean {
	const { client } = target instanceof Y.Item ? target.id : target;
	return client === id.client && clock <= id.clock && id.clock < clock + length;
}
