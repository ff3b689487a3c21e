import { columnsOf, writesPrivately } from '../../domain/activities/activity-setup.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Db } from '../db/database.ts';
import { isUnrevealed, setupOf } from './activity-setup.ts';
import '../agenda/activity.table.ts';
import '../workshops/workshop.table.ts';

/** How a board stands: what decides who reads it and who writes on it. */
export interface BoardFacts {
	readonly workshopId: string;
	/** Writing is open on it, in a hall that is open. */
	readonly writing: boolean;
	/** It was opened at least once. */
	readonly visible: boolean;
	readonly locked: boolean;
	/** Notes are written privately in it. */
	readonly private: boolean;
	/** Nobody but their authors sees its notes yet. */
	readonly unrevealed: boolean;
	/** The ids of its columns. */
	readonly columns: readonly string[];
}

/** Throws `not_found`, also for a board of another workshop where one is named. */
export async function getBoardFacts(
	db: Db,
	board: string,
	workshopId?: string
): Promise<BoardFacts> {
	const row = await db
		.selectFrom('activity')
		.innerJoin('workshop', 'workshop.id', 'activity.workshop_id')
		.select([
			'activity.workshop_id',
			'activity.state',
			'activity.opened_at',
			'activity.locked',
			'activity.revealed_at',
			'activity.kind',
			'activity.parameters',
			'workshop.state as hall'
		])
		.where('activity.id', '=', board)
		.executeTakeFirst();
	if (!row || (workshopId !== undefined && row.workshop_id !== workshopId))
		throw new DomainError('not_found');
	const setup = setupOf(row);
	return {
		workshopId: row.workshop_id,
		writing: row.state === 'open' && row.hall === 'open',
		visible: row.opened_at !== null,
		locked: row.locked === 1,
		private: writesPrivately(setup),
		unrevealed: isUnrevealed(row),
		columns: columnsOf(setup).map(({ id }) => id)
	};
}

/**
 * The board as one row, or none once its activity was removed: a part of statements that write what belongs
 * to it.
 */
export function boardRow(db: Db, board: string) {
	return db
		.selectFrom('activity')
		.select(['workshop_id', 'id as activity_id'])
		.where('id', '=', board);
}

/** True once the private notes of a board were revealed; false where writing is shared. */
export async function isRevealedBoard(db: Db, board: string): Promise<boolean> {
	const row = await revealedBoards(db).where('id', '=', board).executeTakeFirst();
	return row !== undefined && writesPrivately(setupOf(row));
}

/** The boards whose private notes were revealed. */
export async function listRevealedBoards(db: Db): Promise<string[]> {
	const rows = await revealedBoards(db).execute();
	return rows.filter((row) => writesPrivately(setupOf(row))).map(({ id }) => id);
}

function revealedBoards(db: Db) {
	return db
		.selectFrom('activity')
		.select(['id', 'kind', 'parameters'])
		.where('revealed_at', 'is not', null);
}
