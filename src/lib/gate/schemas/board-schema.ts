import { authorOfNoteKey, isNoteTime } from '../../domain/boards/note.ts';
import { isReference } from '../../domain/id.ts';
import type { FieldShape, RootShape } from '../document-shape.ts';
import { BoardRules } from '../rules/board-rules.ts';
import type { DocumentSchema } from './document-schema.ts';

const FIELDS: ReadonlyMap<string, FieldShape> = new Map<string, FieldShape>([
	['column', { kind: 'value', kept: true, accepts: isReference }],
	['text', { kind: 'text' }],
	['at', { kind: 'value', once: true, accepts: isNoteTime }],
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
