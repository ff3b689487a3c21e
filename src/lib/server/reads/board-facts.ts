import type { Column } from '../../domain/activities/activity.ts';
import { DomainError } from '../../domain/errors.ts';
import type { BoardAccess } from '../../domain/policy.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import '../agenda/activity.table.ts';
import '../boards/board.table.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import '../spaces/space.table.ts';
import '../workshops/workshop.table.ts';

/** How a board stands: what decides who reads it and who writes on it, and what only the server asks. */
export interface BoardFacts extends BoardAccess {
	readonly activityId: string;
	/** Notes are written privately for it; who wrote may go on there after the reveal. */
	readonly private: boolean;
}

/** Throws `not_found`, also for a board of another workshop where one is named. */
export async function getBoardFacts(
	db: Db,
	boardId: string,
	workshopId?: string
): Promise<BoardFacts> {
	const row = await db
		.selectFrom('board')
		.innerJoin('activity', 'activity.id', 'board.activity_id')
		.innerJoin('workshop', 'workshop.id', 'board.workshop_id')
		.leftJoin('space', 'space.id', 'board.space_id')
		.select([
			'board.workshop_id',
			'board.activity_id',
			'board.state',
			'board.opened_at',
			'board.locked',
			'board.revealed_at',
			'board.shown_at',
			'board.space_id',
			'space.kind as space_kind',
			'activity.columns',
			'activity.writing',
			'workshop.state as hall'
		])
		.where('board.id', '=', boardId)
		.executeTakeFirst();
	if (!row || (workshopId !== undefined && row.workshop_id !== workshopId))
		throw new DomainError('not_found');
	const { space_id, space_kind } = row;
	return {
		workshop: await getWorkshopAccess(db, row.workshop_id),
		activityId: row.activity_id,
		space: space_id !== null && space_kind !== null ? { id: space_id, kind: space_kind } : null,
		writing: row.state === 'open' && row.hall === 'open',
		visible: row.opened_at !== null,
		shown: space_id === null || row.shown_at !== null,
		locked: row.locked === 1,
		private: row.writing === 'private',
		unrevealed: row.writing === 'private' && row.revealed_at === null,
		columns: fromJson<Column[]>(row.columns).map(({ id }) => id)
	};
}

/** The workshop of a board, or undefined once its activity was removed. */
export async function findWorkshopOfBoard(db: Db, boardId: string): Promise<string | undefined> {
	const row = await db
		.selectFrom('board')
		.select('workshop_id')
		.where('id', '=', boardId)
		.executeTakeFirst();
	return row?.workshop_id;
}

/** True once the private notes of a board were revealed; false where writing is shared. */
export async function isRevealedBoard(db: Db, boardId: string): Promise<boolean> {
	const row = await revealedBoards(db)
		.select('board.id')
		.where('board.id', '=', boardId)
		.executeTakeFirst();
	return row !== undefined;
}

/** The boards whose private notes were revealed. */
export async function listRevealedBoards(db: Db): Promise<string[]> {
	return (await revealedBoards(db).select('board.id').execute()).map(({ id }) => id);
}

function revealedBoards(db: Db) {
	return db
		.selectFrom('board')
		.innerJoin('activity', 'activity.id', 'board.activity_id')
		.where('activity.writing', '=', 'private')
		.where('board.revealed_at', 'is not', null);
}
