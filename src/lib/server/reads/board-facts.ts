import { columnsOf, writesPrivately } from '../../domain/activities/activity-setup.ts';
import { DomainError } from '../../domain/errors.ts';
import type { BoardAccess } from '../../domain/policy.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import '../agenda/activity.table.ts';
import '../boards/board.table.ts';
import type { Db } from '../db/database.ts';
import { setupOf } from './activity-setup.ts';
import '../spaces/space.table.ts';
import '../workshops/workshop.table.ts';

/** How a board stands: what decides who reads it and who writes on it, and what only the server asks. */
export interface BoardFacts extends BoardAccess {
	readonly activityId: string;
	/** Notes are written privately for it; who wrote may go on there after the reveal. */
	readonly private: boolean;
	/** Nothing was written there before: when it was opened, or its workshop made. Epoch milliseconds. */
	readonly begins: number;
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
			'activity.kind',
			'activity.parameters',
			'workshop.state as hall',
			'workshop.created_at'
		])
		.where('board.id', '=', boardId)
		.executeTakeFirst();
	if (!row || (workshopId !== undefined && row.workshop_id !== workshopId))
		throw new DomainError('not_found');
	const { space_id, space_kind } = row;
	const setup = setupOf(row);
	return {
		workshop: await getWorkshopAccess(db, row.workshop_id),
		activityId: row.activity_id,
		space: space_id !== null && space_kind !== null ? { id: space_id, kind: space_kind } : null,
		writing: row.state === 'open' && row.hall === 'open',
		visible: row.opened_at !== null,
		shown: space_id === null || row.shown_at !== null,
		locked: row.locked === 1,
		begins: row.opened_at ?? row.created_at,
		private: writesPrivately(setup),
		unrevealed: writesPrivately(setup) && row.revealed_at === null,
		columns: columnsOf(setup).map(({ id }) => id)
	};
}

/**
 * The board as one row, or none once its activity was removed: a part of statements that write what belongs
 * to it.
 */
export function boardRow(db: Db, boardId: string) {
	return db.selectFrom('board').select(['workshop_id', 'id as board_id']).where('id', '=', boardId);
}

/** True once the private notes of a board were revealed; false where writing is shared. */
export async function isRevealedBoard(db: Db, boardId: string): Promise<boolean> {
	const row = await revealedBoards(db).where('board.id', '=', boardId).executeTakeFirst();
	return row !== undefined && writesPrivately(setupOf(row));
}

/** The boards whose private notes were revealed. */
export async function listRevealedBoards(db: Db): Promise<string[]> {
	const rows = await revealedBoards(db).execute();
	return rows.filter((row) => writesPrivately(setupOf(row))).map(({ id }) => id);
}

function revealedBoards(db: Db) {
	return db
		.selectFrom('board')
		.innerJoin('activity', 'activity.id', 'board.activity_id')
		.select(['board.id', 'activity.kind', 'activity.parameters'])
		.where('board.revealed_at', 'is not', null);
}
