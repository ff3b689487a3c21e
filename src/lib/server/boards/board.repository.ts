import type { Board } from '../../domain/boards/board.ts';
import type { Db, Trx } from '../db/database.ts';
import { flag } from '../db/flag.ts';
import '../agenda/activity.table.ts';
import '../spaces/space.table.ts';
import './board.table.ts';

/** A board with where it stands and what happened to it. */
export interface PlacedBoard extends Board {
	/** The room that it stands in, itself or by its table; null in the hall. */
	readonly roomId: string | null;
	/** Epoch milliseconds, null before. */
	readonly openedAt: number | null;
	readonly revealedAt: number | null;
	readonly shownAt: number | null;
	readonly locked: boolean;
}

/** The boards of a workshop in the order of the agenda and, within an activity, of the spaces. */
export async function listBoards(db: Db, workshopId: string): Promise<PlacedBoard[]> {
	const rows = await db
		.selectFrom('board')
		.innerJoin('activity', 'activity.id', 'board.activity_id')
		.leftJoin('space', 'space.id', 'board.space_id')
		.selectAll('board')
		.select(['space.kind', 'space.parent_id'])
		.where('board.workshop_id', '=', workshopId)
		.orderBy('activity.position')
		.orderBy('space.position')
		.orderBy('board.id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		workshopId: row.workshop_id,
		activityId: row.activity_id,
		spaceId: row.space_id,
		state: row.state,
		roomId: row.kind === 'room' ? row.space_id : row.parent_id,
		openedAt: row.opened_at,
		revealedAt: row.revealed_at,
		shownAt: row.shown_at,
		locked: row.locked === 1
	}));
}

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

/** The spaces of a kind in a workshop, in their order. */
export async function listSpaceIds(
	db: Db,
	workshopId: string,
	kind: 'room' | 'table'
): Promise<string[]> {
	const rows = await db
		.selectFrom('space')
		.select('id')
		.where('workshop_id', '=', workshopId)
		.where('kind', '=', kind)
		.orderBy('position')
		.execute();
	return rows.map(({ id }) => id);
}

/** The kind of a space. */
export async function findSpaceKind(
	db: Db,
	spaceId: string
): Promise<'room' | 'table' | undefined> {
	const row = await db
		.selectFrom('space')
		.select('kind')
		.where('id', '=', spaceId)
		.executeTakeFirst();
	return row?.kind;
}
