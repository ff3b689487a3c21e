import type { UpdateQueryBuilder, UpdateResult } from 'kysely';
import type {
	HandedNote,
	LateNote,
	LateNoteRef,
	LateNoteState
} from '../../domain/boards/late-note.ts';
import type { Database, Db, Trx } from '../db/database.ts';
import { inParts } from '../db/in-parts.ts';
import './late-note.table.ts';

/** The late notes of one person in a workshop, in the order in which they came. */
export async function listOwnLateNotes(
	db: Db,
	workshopId: string,
	actorId: string
): Promise<LateNote[]> {
	const rows = await db
		.selectFrom('late_note')
		.selectAll()
		.where('workshop_id', '=', workshopId)
		.where('actor_id', '=', actorId)
		.orderBy('handed_at')
		.orderBy('written_at')
		.orderBy('key')
		.execute();
	return rows.map(toLateNote);
}

/** Every late note of a workshop. */
export async function listLateNotes(db: Db, workshopId: string): Promise<LateNote[]> {
	const rows = await db
		.selectFrom('late_note')
		.selectAll()
		.where('workshop_id', '=', workshopId)
		.execute();
	return rows.map(toLateNote);
}

/** The late notes of one board with these keys. */
export async function findLateNotes(
	db: Db,
	boardId: string,
	keys: readonly string[]
): Promise<LateNote[]> {
	if (keys.length === 0) return [];
	const rows = await db
		.selectFrom('late_note')
		.selectAll()
		.where('board_id', '=', boardId)
		.where('key', 'in', keys)
		.orderBy('written_at')
		.orderBy('key')
		.execute();
	return rows.map(toLateNote);
}

/** Late notes of one person for one board. */
export async function countOf(db: Db, boardId: string, actorId: string): Promise<number> {
	const row = await db
		.selectFrom('late_note')
		.select(({ fn }) => fn.countAll().as('notes'))
		.where('board_id', '=', boardId)
		.where('actor_id', '=', actorId)
		.executeTakeFirstOrThrow();
	return Number(row.notes);
}

/** Stores a note that came late; of two at once with one key the first stays. */
export async function insertLateNote(
	trx: Trx,
	of: { workshopId: string; boardId: string; actorId: string; state: LateNoteState },
	note: HandedNote,
	now: number
): Promise<void> {
	await trx
		.insertInto('late_note')
		.values({
			board_id: of.boardId,
			key: note.key,
			workshop_id: of.workshopId,
			actor_id: of.actorId,
			column_id: note.columnId,
			text: note.text,
			written_at: note.at,
			handed_at: now,
			state: of.state,
			decided_by: null,
			decided_at: null
		})
		.onConflict((conflict) => conflict.columns(['board_id', 'key']).doNothing())
		.execute();
}

/** A newer wording takes the place of the one handed in before, and waits for a decision again. */
export async function replaceWording(
	trx: Trx,
	ref: LateNoteRef,
	note: HandedNote,
	now: number
): Promise<void> {
	await trx
		.updateTable('late_note')
		.set({ column_id: note.columnId, text: note.text, handed_at: now, state: 'waiting' })
		.where('board_id', '=', ref.boardId)
		.where('key', '=', ref.key)
		.execute();
}

/** Deletes all late notes of these people. */
export async function deleteLateNotes(trx: Trx, actorIds: readonly string[]): Promise<void> {
	for (const ids of inParts(actorIds))
		await trx.deleteFrom('late_note').where('actor_id', 'in', ids).execute();
}

/** What a facilitator made of a late note, who it was, and when in epoch milliseconds. */
export interface Decision {
	readonly state: 'admitted' | 'left';
	readonly by: string;
	readonly at: number;
}

/**
 * What stores a decision on a note as it was seen: one with a newer wording goes on waiting for its own, and
 * what was admitted is not left any more.
 */
export function decide(
	db: Db,
	seen: LateNote,
	decision: Decision
): UpdateQueryBuilder<Database, 'late_note', 'late_note', UpdateResult> {
	const update = db
		.updateTable('late_note')
		.set({ state: decision.state, decided_by: decision.by, decided_at: decision.at })
		.where('board_id', '=', seen.boardId)
		.where('key', '=', seen.key)
		.where('text', '=', seen.text)
		.where('column_id', '=', seen.columnId);
	return decision.state === 'left' ? update.where('state', '=', 'waiting') : update;
}

function toLateNote(row: {
	board_id: string;
	key: string;
	column_id: string;
	text: string;
	written_at: number;
	handed_at: number;
	state: LateNoteState;
}): LateNote {
	return {
		boardId: row.board_id,
		key: row.key,
		columnId: row.column_id,
		text: row.text,
		at: row.written_at,
		handedAt: row.handed_at,
		state: row.state
	};
}

/** Makes `to` the author of the late notes of `from`: both are entries of one person. */
export async function handOverLateNotes(
	trx: Trx,
	{ from, to }: { readonly from: string; readonly to: string }
): Promise<void> {
	await trx.updateTable('late_note').set({ actor_id: to }).where('actor_id', '=', from).execute();
}
