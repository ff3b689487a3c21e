import type * as Y from 'yjs';
import { notesOf, readNote } from '../../board/board-doc.ts';
import { authorOfNoteKey } from '../../domain/note.ts';
import type { Trx } from '../db/database.ts';
import { flag } from '../db/flag.ts';
import type { RoomProjection } from '../rooms/room-content.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import '../agenda/activity.table.ts';
import './note.table.ts';

/** Keeps the rows of one board's notes equal to its document: only what changed is written. */
export function projectNotes(
	activityId: string,
	doc: Y.Doc,
	pseudonyms: Pseudonyms
): RoomProjection {
	const notes = notesOf(doc);
	let changed = new Set<string>();
	let workshopId: string | undefined;
	notes.observeDeep((events) => {
		for (const event of events) {
			if (event.target === notes) for (const key of event.keys.keys()) changed.add(key);
			else if (typeof event.path[0] === 'string') changed.add(event.path[0]);
		}
	});
	return {
		async write(trx) {
			const keys = changed;
			changed = new Set();
			if (keys.size === 0) return;
			workshopId ??= await findWorkshopOf(trx, activityId);
			// The activity was removed under an open socket: what is written there belongs to nothing.
			if (workshopId === undefined) return;
			const board = { activityId, workshopId };
			const authors = await pseudonyms.authors(trx, activityId);
			for (const key of keys) await writeNote(trx, board, authors, key, notes.get(key));
		}
	};
}

async function findWorkshopOf(trx: Trx, activityId: string): Promise<string | undefined> {
	const row = await trx
		.selectFrom('activity')
		.select('workshop_id')
		.where('id', '=', activityId)
		.executeTakeFirst();
	return row?.workshop_id;
}

async function writeNote(
	trx: Trx,
	board: { activityId: string; workshopId: string },
	authors: ReadonlyMap<string, string>,
	key: string,
	map: unknown
): Promise<void> {
	const note = readNote(key, map);
	if (!note) return;
	const values = {
		column_id: note.columnId,
		// PostgreSQL takes no NUL in text.
		text: note.text.replaceAll('\0', ''),
		deleted: flag(note.deleted),
		edited: flag(note.edited)
	};
	await trx
		.insertInto('note')
		.values({
			board: board.activityId,
			key,
			workshop_id: board.workshopId,
			activity_id: board.activityId,
			author_id: authors.get(authorOfNoteKey(key) ?? '') ?? null,
			created_at: Math.trunc(note.createdAt),
			...values
		})
		.onConflict((conflict) => conflict.columns(['board', 'key']).doUpdateSet(values))
		.execute();
}
