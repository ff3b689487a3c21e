import * as Y from 'yjs';
import type { EntryChange, FieldChange } from './document-changes.ts';
import type { StructId } from './incoming.ts';
import { Sequence } from './sequence.ts';
import { standingValue } from './standing-value.ts';

/** Clocks of a text's history, beyond which its words are not compared. */
const LONGEST = 20_000;

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
	return length === 0 || (length === before.length && keepsWords(before, text));
}

function keepsWords(before: Y.Text, { written, deletions }: FieldChange): boolean {
	if (historyOf(before) > LONGEST) return false;
	const sequence = new Sequence(before._start);
	for (const struct of written) sequence.add(struct);
	if (cutsOf({ written, deletions }).some((cut) => sequence.partsCharacter(cut))) return false;
	const words = sequence.text((id) => deletions.some((deletion) => covers(deletion, id)));
	return words === before.toString();
}

function historyOf(text: Y.Text): number {
	let clocks = 0;
	for (let item = text._start; item !== null; item = item.right) clocks += item.length;
	return clocks;
}

/** The clocks after which items will be split. */
function cutsOf({ written, deletions }: Pick<FieldChange, 'written' | 'deletions'>): StructId[] {
	const cuts: StructId[] = [];
	for (const { origin, rightOrigin } of written) {
		if (origin) cuts.push(origin);
		if (rightOrigin) cuts.push({ client: rightOrigin.client, clock: rightOrigin.clock - 1 });
	}
	for (const { target, clock, length } of deletions) {
		const { client } = target instanceof Y.Item ? target.id : target;
		cuts.push({ client, clock: clock - 1 }, { client, clock: clock + length - 1 });
	}
	return cuts;
}

function covers(
	{ target, clock, length }: FieldChange['deletions'][number],
	id: StructId
): boolean {
	const { client } = target instanceof Y.Item ? target.id : target;
	return client === id.client && clock <= id.clock && id.clock < clock + length;
}
