import type { Board } from '../../domain/boards/board.ts';
import type { Db, Trx } from '../db/database.ts';
import { flag } from '../db/flag.ts';
import './board.table.ts';

/** Stores a board that nobody has opened. */
export async function insertBoard(db: Db, board: Omit<Board, 'state'>): Promise<void> {
	await db
		.insertInto('board')
		.values({
			id: board.id,
			workshop_id: board.workshopId,
			activity_id: board.activityId,
			space_id: board.spaceId,
			state: 'planned',
			opened_at: null,
			locked: 0,
			revealed_at: null,
			shown_at: null
		})
		.execute();
}

export async function deleteBoards(db: Db, activityId: string): Promise<void> {
	await db.deleteFrom('board').where('activity_id', '=', activityId).execute();
}

/** Opens boards for writing (or for reading alone); when that was first done, and seen, is remembered. */
export async function openBoards(
	trx: Trx,
	ids: readonly string[],
	how: { readonly writing: boolean; readonly hidden: boolean; readonly at: number }
): Promise<void> {
	await trx
		.updateTable('board')
		.set((set) => ({
			state: how.writing ? 'open' : 'closed',
			opened_at: set.fn.coalesce('opened_at', set.val(how.at)),
			...(!how.hidden && { revealed_at: set.fn.coalesce('revealed_at', set.val(how.at)) })
		}))
		.where('id', 'in', ids)
		.execute();
}

export async function closeBoards(trx: Trx, ids: readonly string[]): Promise<void> {
	await trx.updateTable('board').set({ state: 'closed' }).where('id', 'in', ids).execute();
}

/** Remembers since when boards are seen by all who read them, or by those of other spaces too. */
export async function markSeen(
	trx: Trx,
	ids: readonly string[],
	column: 'revealed_at' | 'shown_at',
	at: number
): Promise<void> {
	await trx
		.updateTable('board')
		.set((set) => ({ [column]: set.fn.coalesce(column, set.val(at)) }))
		.where('id', 'in', ids)
		.execute();
}

export async function setLock(trx: Trx, id: string, locked: boolean): Promise<void> {
	await trx
		.updateTable('board')
		.set({ locked: flag(locked) })
		.where('id', '=', id)
		.execute();
}
