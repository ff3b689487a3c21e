import type { Board } from '../../domain/boards/board.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import '../agenda/activity.table.ts';
import '../boards/board.table.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import '../spaces/space.table.ts';

/** A board with where it stands and what happened to it. */
export interface PlacedBoard extends Board {
	/** The room that it stands in, itself or by its table; null in the hall. */
	readonly roomId: string | null;
	/** Of its table or room; empty for the hall's. */
	readonly name: LocalizedText;
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
		.select(['space.kind', 'space.parent_id', 'space.name'])
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
		name: row.name === null ? {} : fromJson<LocalizedText>(row.name),
		openedAt: row.opened_at,
		revealedAt: row.revealed_at,
		shownAt: row.shown_at,
		locked: row.locked === 1
	}));
}

/** True where an activity was divided among one of these spaces. */
export async function hasBoardIn(db: Db, spaceIds: readonly string[]): Promise<boolean> {
	const row = await db
		.selectFrom('board')
		.select('id')
		.where('space_id', 'in', spaceIds)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}
