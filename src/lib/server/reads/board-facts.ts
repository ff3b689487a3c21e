import type { Column } from '../../domain/activities/activity.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
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
			'activity.writing',
			'activity.revealed_at',
			'activity.columns',
			'workshop.state as hall'
		])
		.where('activity.id', '=', board)
		.executeTakeFirst();
	if (!row || (workshopId !== undefined && row.workshop_id !== workshopId))
		throw new DomainError('not_found');
	return {
		workshopId: row.workshop_id,
		writing: row.state === 'open' && row.hall === 'open',
		visible: row.opened_at !== null,
		locked: row.locked === 1,
		private: row.writing === 'private',
		unrevealed: row.writing === 'private' && row.revealed_at === null,
		columns: fromJson<Column[]>(row.columns).map(({ id }) => id)
	};
}

/** The workshop of a board, or undefined once its activity was removed. */
export async function findWorkshopOfBoard(db: Db, board: string): Promise<string | undefined> {
	const row = await db
		.selectFrom('activity')
		.select('workshop_id')
		.where('id', '=', board)
		.executeTakeFirst();
	return row?.workshop_id;
}

/** True once the private notes of a board were revealed; false where writing is shared. */
export async function isRevealedBoard(db: Db, board: string): Promise<boolean> {
	const row = await revealedBoards(db).select('id').where('id', '=', board).executeTakeFirst();
	return row !== undefined;
}

/** The boards whose private notes were revealed. */
export async function listRevealedBoards(db: Db): Promise<string[]> {
	return (await revealedBoards(db).select('id').execute()).map(({ id }) => id);
}

function revealedBoards(db: Db) {
	return db
		.selectFrom('activity')
		.where('writing', '=', 'private')
		.where('revealed_at', 'is not', null);
}
