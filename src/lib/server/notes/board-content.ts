import { boardRights, canOnBoard, type BoardAccess } from '../../domain/policy.ts';
import { boardSchema } from '../../gate/schemas/board-schema.ts';
import type { Db, RootDb } from '../db/database.ts';
import type { RoomContent } from '../rooms/room-content.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { getBoardFacts } from '../reads/board-facts.ts';
import { noteRows } from './note-rows.ts';
import { projectNotes } from './note-projection.ts';
import type { Pseudonyms } from './pseudonyms.ts';

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
		project: projectNotes,
		rows: noteRows
	};
}

/** The facts about an activity's board. Throws `not_found`. */
export async function getBoardAccess(db: Db, activityId: string): Promise<BoardAccess> {
	const { workshopId, ...board } = await getBoardFacts(db, activityId);
	return { workshop: await getWorkshopAccess(db, workshopId), ...board };
}
