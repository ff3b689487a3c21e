import type { Column } from '../../domain/activities/activity.ts';
import { DomainError } from '../../domain/errors.ts';
import type { BoardAccess } from '../../domain/policy.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import { getWorkshopAccess } from './workshop-access.ts';
import '../agenda/activity.table.ts';
import '../boards/board.table.ts';
import '../spaces/space.table.ts';
import '../workshops/workshop.table.ts';

/** The facts about a board, with what only the server asks. */
export interface KnownBoard extends BoardAccess {
	readonly activityId: string;
	/** Participants write in documents of their own until the reveal, and may go on there after it. */
	readonly privately: boolean;
}

/** The facts that `domain/policy.ts` asks for about a board. Throws `not_found`. */
export async function getBoardAccess(db: Db, boardId: string): Promise<KnownBoard> {
	const board = await db
		.selectFrom('board')
		.innerJoin('activity', 'activity.id', 'board.activity_id')
		.innerJoin('workshop', 'workshop.id', 'board.workshop_id')
		.leftJoin('space', 'space.id', 'board.space_id')
		.select([
			'board.workshop_id as workshopId',
			'board.activity_id as activityId',
			'board.state',
			'board.opened_at as openedAt',
			'board.locked',
			'board.revealed_at as revealedAt',
			'board.shown_at as shownAt',
			'board.space_id as spaceId',
			'space.kind as spaceKind',
			'activity.columns',
			'activity.writing',
			'workshop.state as hall'
		])
		.where('board.id', '=', boardId)
		.executeTakeFirst();
	if (!board) throw new DomainError('not_found');
	const { spaceId, spaceKind } = board;
	return {
		workshop: await getWorkshopAccess(db, board.workshopId),
		activityId: board.activityId,
		space: spaceId !== null && spaceKind !== null ? { id: spaceId, kind: spaceKind } : null,
		writing: board.state === 'open' && board.hall === 'open',
		visible: board.openedAt !== null,
		shown: spaceId === null || board.shownAt !== null,
		locked: board.locked === 1,
		privately: board.writing === 'private',
		unrevealed: board.writing === 'private' && board.revealedAt === null,
		columns: fromJson<Column[]>(board.columns).map(({ id }) => id)
	};
}

/** As {@link getBoardAccess}, for a board of this workshop alone: else `not_found`. */
export async function getBoardIn(db: Db, workshopId: string, boardId: string): Promise<KnownBoard> {
	const board = await getBoardAccess(db, boardId);
	if (board.workshop.id !== workshopId) throw new DomainError('not_found');
	return board;
}
