import type { Db } from '../db/database.ts';
import '../agenda/activity.table.ts';
import '../boards/board.table.ts';
import '../groups/told-groups.table.ts';
import '../late-notes/late-note.table.ts';
import '../notes/note.table.ts';

/** Late notes of boards that show their notes: those of private writing wait for the reveal. */
function visibleLateNotes(db: Db, workshopId: string) {
	return db
		.selectFrom('late_note')
		.innerJoin('board', 'board.id', 'late_note.board_id')
		.innerJoin('activity', 'activity.id', 'board.activity_id')
		.where('late_note.workshop_id', '=', workshopId)
		.where('board.revealed_at', 'is not', null);
}

/** Those that wait for a decision and may be seen. */
export async function countWaiting(db: Db, workshopId: string): Promise<number> {
	const row = await visibleLateNotes(db, workshopId)
		.select(({ fn }) => fn.countAll().as('notes'))
		.where('late_note.state', '=', 'waiting')
		.executeTakeFirstOrThrow();
	return Number(row.notes);
}

/** When something was last decided in a workshop, 0 before. Never told twice: decisions have a time each. */
export async function lastDecision(db: Db, workshopId: string): Promise<number> {
	const row = await db
		.selectFrom('late_note')
		.select(({ fn }) => fn.max('decided_at').as('at'))
		.where('workshop_id', '=', workshopId)
		.executeTakeFirst();
	return row?.at ?? 0;
}

/** Where a late note that may be seen belongs. */
export interface LateNotePlace {
	readonly boardId: string;
	readonly key: string;
	/** The category that is told beside its author's notes on the board; null where none is. */
	readonly categoryId: string | null;
	/** A wording of it stands on the board. */
	readonly onBoard: boolean;
}

/** The late notes that may be seen, by board in the agenda's order, then as they came. */
export async function listLateNotePlaces(db: Db, workshopId: string): Promise<LateNotePlace[]> {
	const rows = await visibleLateNotes(db, workshopId)
		.leftJoin('told_author', (join) =>
			join
				.onRef('told_author.board_id', '=', 'late_note.board_id')
				.onRef('told_author.actor_id', '=', 'late_note.actor_id')
		)
		.leftJoin('note', (join) =>
			join
				.onRef('note.board_id', '=', 'late_note.board_id')
				.onRef('note.key', '=', 'late_note.key')
				.on('note.deleted', '=', 0)
		)
		.select([
			'late_note.board_id as boardId',
			'late_note.key',
			'told_author.category_id as categoryId',
			'note.key as standing'
		])
		.orderBy('activity.position')
		.orderBy('board.id')
		.orderBy('late_note.handed_at')
		.orderBy('late_note.written_at')
		.orderBy('late_note.key')
		.execute();
	return rows.map(({ standing, ...place }) => ({ ...place, onBoard: standing !== null }));
}
