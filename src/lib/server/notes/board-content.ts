import type { Column } from '../../domain/activities/activity.ts';
import { DomainError } from '../../domain/errors.ts';
import { boardRights, canOnBoard, type BoardAccess } from '../../domain/policy.ts';
import { boardSchema } from '../../gate/schemas/board-schema.ts';
import type { Db, RootDb } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import type { RoomContent } from '../rooms/room-content.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { noteRows } from './note-rows.ts';
import { projectNotes } from './note-projection.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import '../agenda/activity.table.ts';
import '../workshops/workshop.table.ts';

/** The boards: one room an activity, whose id it carries. */
export function boardContent(db: RootDb, pseudonyms: Pseudonyms): RoomContent<BoardAccess> {
	return {
		facts: (activityId) => getBoardAccess(db, activityId),
		async access(actor, activityId, board) {
			const read = canOnBoard(actor, 'read_notes', board);
			const writer = read && actor.kind !== 'screen';
			const pseudonym = writer ? await pseudonyms.of(activityId, actor.id) : null;
			return { read, rights: boardRights(actor, board, pseudonym), presence: false };
		},
		schema: boardSchema,
		project: (activityId, doc) => projectNotes(activityId, doc, pseudonyms),
		rows: noteRows
	};
}

/** The facts about an activity's board. Throws `not_found`. */
export async function getBoardAccess(db: Db, activityId: string): Promise<BoardAccess> {
	const board = await db
		.selectFrom('activity')
		.innerJoin('workshop', 'workshop.id', 'activity.workshop_id')
		.select([
			'activity.workshop_id as workshopId',
			'activity.state',
			'activity.opened_at as openedAt',
			'activity.columns',
			'activity.locked',
			'activity.writing',
			'activity.revealed_at as revealedAt',
			'workshop.state as hall'
		])
		.where('activity.id', '=', activityId)
		.executeTakeFirst();
	if (!board) throw new DomainError('not_found');
	return {
		workshop: await getWorkshopAccess(db, board.workshopId),
		writing: board.state === 'open' && board.hall === 'open',
		visible: board.openedAt !== null,
		locked: board.locked === 1,
		unrevealed: board.writing === 'private' && board.revealedAt === null,
		columns: fromJson<Column[]>(board.columns).map(({ id }) => id)
	};
}
