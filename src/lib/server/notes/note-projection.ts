import { sql } from 'kysely';
import type * as Y from 'yjs';
import { notesOf, readNote } from '../../board/board-doc.ts';
import { authorOfNoteKey, type Note } from '../../domain/boards/note.ts';
import type { NoteMark } from '../../domain/boards/note-mark.ts';
import type { Flag } from '../db/database.ts';
import { flag } from '../db/flag.ts';
import { PreparedStatement } from '../db/prepared-statement.ts';
import { boardRow } from '../reads/board-facts.ts';
import type { RoomProjection } from '../rooms/room-content.ts';
import './note.table.ts';

/** What a note's row is made of. */
interface NoteValues extends ReturnType<typeof rowOf> {
	readonly board_id: string;
	readonly pseudonym: string;
}

/**
 * Writes one row. Where the board was removed under an open socket it writes none: what is written there
 * belongs to nothing.
 */
const WRITE = new PreparedStatement<NoteValues>((db, value) => {
	const text = (name: 'board_id' | 'key' | 'column_id' | 'text') =>
		sql<string>`${value(name)}`.as(name);
	// PostgreSQL takes a value in a list of columns for text.
	const flagged = sql<Flag>`cast(${value('deleted')} as integer)`.as('deleted');
	const mark = sql<NoteMark | null>`${value('edited_by')}`.as('edited_by');
	return db
		.insertInto('note')
		.columns([
			'workshop_id',
			'board_id',
			'key',
			'column_id',
			'text',
			'deleted',
			'edited_by',
			'created_at',
			'author_id'
		])
		.expression(
			boardRow(db, value('board_id')).select((query) => [
				text('key'),
				text('column_id'),
				text('text'),
				flagged,
				mark,
				sql<number>`cast(${value('created_at')} as bigint)`.as('created_at'),
				query
					.selectFrom('board_author')
					.select('actor_id')
					.where('board', '=', value('board_id'))
					.where('pseudonym', '=', value('pseudonym'))
					.as('author_id')
			])
		)
		.onConflict((conflict) =>
			conflict.columns(['board_id', 'key']).doUpdateSet((set) => ({
				column_id: set.ref('excluded.column_id'),
				text: set.ref('excluded.text'),
				deleted: set.ref('excluded.deleted'),
				created_at: set.ref('excluded.created_at'),
				edited_by: set.ref('excluded.edited_by')
			}))
		);
});

/** Keeps the rows of one board's notes equal to its document: only what changed is written. */
export function projectNotes(boardId: string, doc: Y.Doc): RoomProjection {
	const notes = notesOf(doc);
	let changed = new Set<string>();
	notes.observeDeep((events) => {
		for (const event of events) {
			if (event.target === notes) for (const key of event.keys.keys()) changed.add(key);
			else if (typeof event.path[0] === 'string') changed.add(event.path[0]);
		}
	});
	return {
		take(db) {
			const taken = [...changed].flatMap((key) => readNote(key, notes.get(key)) ?? []);
			changed = new Set();
			return taken.map((note) =>
				WRITE.with(db, {
					board_id: boardId,
					pseudonym: authorOfNoteKey(note.key) ?? '',
					...rowOf(note)
				})
			);
		}
	};
}

/** The columns of a row that follow from the note alone. */
export function rowOf(note: Note) {
	return {
		key: note.key,
		created_at: Math.trunc(note.createdAt),
		column_id: note.columnId,
		// PostgreSQL takes no NUL in text.
		text: note.text.replaceAll('\0', ''),
		deleted: flag(note.deleted),
		edited_by: note.edited || null
	};
}
