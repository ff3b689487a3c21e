import * as Y from 'yjs';
import { characterCount, separateCharacters } from '../../domain/text/text.ts';
import type { Deletion, EntryChange, FieldChange } from '../changes/incoming.ts';
import type { GateLimits } from '../gate-limits.ts';

/**
 * True where an update makes a note's text longer than it may be: a new one of more characters than a page
 * takes, or one that was longer than two people at once can have made it. Both counts hold without the
 * order of what is written, which is the document's to find.
 */
export function isTooLong(
	{ type }: EntryChange,
	change: FieldChange,
	{ textUnits, textCharacters }: GateLimits
): boolean {
	const text = type?.get('text');
	const before = text instanceof Y.Text ? text.length : 0;
	const after = before + change.inserted - change.removed;
	if (after > textUnits && after > before) return true;
	if (change.inserted === 0 || after <= textCharacters) return false;
	const added = change.written.flatMap(({ content }) =>
		content.kind === 'characters' ? content.text : []
	);
	const taken = change.deletions.map(wordsOf);
	const growth = countIn(added) - countIn(taken);
	if (text instanceof Y.Text)
		return growth > 0 && separateCharacters(text.toString()) + growth > 2 * textCharacters;
	return Math.min(growth, characterCount(added.join('')) - countIn(taken)) > textCharacters;
}

function countIn(parts: readonly string[]): number {
	return parts.reduce((sum, part) => sum + separateCharacters(part), 0);
}

function wordsOf({ target, clock, length }: Deletion): string {
	const from = clock - (target instanceof Y.Item ? target.id.clock : target.clock);
	return textOf(target).slice(from, from + length);
}

function textOf(target: Deletion['target']): string {
	if (!(target instanceof Y.Item))
		return target.content.kind === 'characters' ? target.content.text : '';
	return target.content instanceof Y.ContentString ? target.content.str : '';
}
