import type {
	HandedNote,
	LateNote,
	LateNoteRef,
	LateNoteState
} from '../../domain/boards/late-note.ts';
import type { Db, Trx } from '../db/database.ts';
import '../agenda/activity.table.ts';
import '../boards/board.table.ts';
import '../notes/note.table.ts';
import '../participants/participant.table.ts';
import './late-note.table.ts';

/** A late note with what only the server knows of it. */
export interface StoredLateNote extends LateNote {
	readonly categoryId: string;
	readonly onBoard: boolean;
}

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

/** Every late note of a workshop whose board shows its notes, oldest first. */
export async function listLateNotes(db: Db, workshopId: string): Promise<StoredLateNote[]> {
	const rows = await db
		.selectFrom('late_note')
		.innerJoin('board', 'board.id', 'late_note.board_id')
		.innerJoin('activity', 'activity.id', 'board.activity_id')
		.innerJoin('participant', 'participant.actor_id', 'late_note.actor_id')
		.leftJoin('note', (join) =>
			join
				.onRef('note.board_id', '=', 'late_note.board_id')
				.onRef('note.key', '=', 'late_note.key')
				.on('note.deleted', '=', 0)
		)
		.selectAll('late_note')
		.select(['participant.category_id', 'note.key as on_board'])
		.where('late_note.workshop_id', '=', workshopId)
		.where('board.revealed_at', 'is not', null)
		.orderBy('activity.position')
		.orderBy('board.id')
		.orderBy('late_note.handed_at')
		.orderBy('late_note.written_at')
		.orderBy('late_note.key')
		.execute();
	return rows.map((row) => ({
		...toLateNote(row),
		categoryId: row.category_id,
		onBoard: row.on_board !== null
	}));
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

/** Notes that stand on a board, by key, as far as these keys go. */
export async function findStanding(
	db: Db,
	boardId: string,
	keys: readonly string[]
): Promise<ReadonlyMap<string, { columnId: string; text: string }>> {
	if (keys.length === 0) return new Map();
	const rows = await db
		.selectFrom('note')
		.select(['key', 'column_id', 'text'])
		.where('board_id', '=', boardId)
		.where('key', 'in', keys)
		.where('deleted', '=', 0)
		.execute();
	return new Map(rows.map((row) => [row.key, { columnId: row.column_id, text: row.text }]));
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

/**
 * Stores a decision on a note as it was seen: one with a newer wording goes on waiting for its own, and
 * what was admitted is not left any more.
 */
export async function decide(
	trx: Trx,
	seen: LateNote,
	decision: { state: 'admitted' | 'left'; by: string; at: number }
): Promise<void> {
	let update = trx
		.updateTable('late_note')
		.set({ state: decision.state, decided_by: decision.by, decided_at: decision.at })
		.where('board_id', '=', seen.boardId)
		.where('key', '=', seen.key)
		.where('text', '=', seen.text)
		.where('column_id', '=', seen.columnId);
	if (decision.state === 'left') update = update.where('state', '=', 'waiting');
	await update.execute();
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
