import type * as Y from 'yjs';
import { notesOf, readNote } from '../../board/board-doc.ts';
import { authorOfNoteKey, type Note } from '../../domain/boards/note.ts';
import type { Trx } from '../db/database.ts';
import { flag } from '../db/flag.ts';
import { findWorkshopOfBoard } from '../reads/board-facts.ts';
import type { RoomProjection } from '../rooms/room-content.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import type { NoteTable } from './note.table.ts';

/** Ten values a row, below every engine's bound on parameters. */
const ROWS_AT_ONCE = 500;

/** Keeps the rows of one board's notes equal to its document: only what changed is written. */
export function projectNotes(
	activityId: string,
	doc: Y.Doc,
	pseudonyms: Pseudonyms
): RoomProjection {
	const notes = notesOf(doc);
	let changed = new Set<string>();
	let workshopId: string | undefined;
	let authors: ReadonlyMap<string, string> = new Map();
	notes.observeDeep((events) => {
		for (const event of events) {
			if (event.target === notes) for (const key of event.keys.keys()) changed.add(key);
			else if (typeof event.path[0] === 'string') changed.add(event.path[0]);
		}
	});
	return {
		take() {
			const taken = [...changed].flatMap((key) => readNote(key, notes.get(key)) ?? []);
			changed = new Set();
			if (taken.length === 0) return undefined;
			return async (trx) => {
				workshopId ??= await findWorkshopOfBoard(trx, activityId);
				// The activity was removed under an open socket: what is written there belongs to nothing.
				if (workshopId === undefined) return;
				if (taken.some(({ key }) => !authors.has(pseudonymOf(key))))
					authors = await pseudonyms.authors(trx, activityId);
				for (let start = 0; start < taken.length; start += ROWS_AT_ONCE)
					await writeNotes(
						trx,
						taken.slice(start, start + ROWS_AT_ONCE).map((note) => ({
							board: activityId,
							workshop_id: workshopId ?? '',
							activity_id: activityId,
							author_id: authors.get(pseudonymOf(note.key)) ?? null,
							...rowOf(note)
						}))
					);
			};
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
		edited: flag(note.edited)
	};
}

function pseudonymOf(key: string): string {
	return authorOfNoteKey(key) ?? '';
}

async function writeNotes(trx: Trx, rows: readonly NoteTable[]): Promise<void> {
	await trx
		.insertInto('note')
		.values([...rows])
		.onConflict((conflict) =>
			conflict.columns(['board', 'key']).doUpdateSet((set) => ({
				column_id: set.ref('excluded.column_id'),
				text: set.ref('excluded.text'),
				deleted: set.ref('excluded.deleted'),
				edited: set.ref('excluded.edited')
			}))
		)
		.execute();
}
