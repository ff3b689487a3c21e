import { authorOfNoteKey } from '../../domain/boards/note.ts';
import type { FieldShape, RootShape } from '../document-shape.ts';
import { BoardRules } from '../rules/board-rules.ts';
import type { DocumentSchema } from './document-schema.ts';

/** The last millisecond that a Date can name. */
const LAST_TIME = 8.64e15;

const FIELDS: ReadonlyMap<string, FieldShape> = new Map<string, FieldShape>([
	['column', { kind: 'value', kept: true, accepts: isColumnId }],
	['text', { kind: 'text' }],
	['at', { kind: 'value', once: true, accepts: isTime }],
	['deleted', { kind: 'value', accepts: (value) => typeof value === 'boolean' }],
	['edited', { kind: 'value', kept: true, accepts: (value) => value === true }]
]);

const NOTES: RootShape = {
	kind: 'entries',
	isKey: (key) => authorOfNoteKey(key) !== undefined,
	field: (name) => FIELDS.get(name)
};

/** The notes of a board, as `board/board-doc.ts` writes them. */
export function boardSchema(): DocumentSchema {
	return {
		roots: new Map([['notes', NOTES]]),
		follow: (doc, limits) => new BoardRules(doc.getMap('notes'), limits)
	};
}

function isColumnId(value: unknown): boolean {
	return typeof value === 'string' && /^[\w-]{1,40}$/.test(value);
}

function isTime(value: unknown): boolean {
	return typeof value === 'number' && value >= 0 && value <= LAST_TIME;
}
