import type { Actor } from '../people/actor.ts';

/** Who changed another's words, as everybody is told: a role, since nobody learns which participant it was. */
export const EDITORS = ['facilitator', 'table_facilitator', 'somebody'] as const;
export type Editor = (typeof EDITORS)[number];

/**
 * What a note says of who changed its author's words last, where somebody did: an account by its id, a
 * table's facilitator by that alone. `somebody` is a mark that names nobody: it was written by a page that
 * the server has not answered yet, or before marks had names.
 */
export type NoteMark = `facilitator:${string}` | 'table_facilitator' | 'somebody';

const BY_ACCOUNT = 'facilitator:';

/** The mark of what an actor changes; the server writes it. */
export function markOf(actor: Actor): NoteMark {
	return actor.kind === 'account' ? `${BY_ACCOUNT}${actor.id}` : 'table_facilitator';
}

/** The mark that stands in a note of a document; false where there is none. */
export function readMark(value: unknown): NoteMark | false {
	if (value === true) return 'somebody';
	if (value === 'table_facilitator') return value;
	return typeof value === 'string' && value.startsWith(BY_ACCOUNT) ? (value as NoteMark) : false;
}

/** What of a mark everybody is told. */
export function editorOf(mark: NoteMark): Editor {
	return mark === 'table_facilitator' || mark === 'somebody' ? mark : 'facilitator';
}
