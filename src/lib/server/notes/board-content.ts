import type { Actor } from '../../domain/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { canOnBoard } from '../../domain/policy.ts';
import type { RootDb } from '../db/database.ts';
import type { RoomContent } from '../rooms/room-content.ts';
import { getWorkshopAccess } from '../workshops/workshop-access.ts';
import { projectNotes } from './note-projection.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import '../agenda/activity.table.ts';
import '../workshops/workshop.table.ts';

/** The boards: one room an activity, whose id it carries. */
export function boardContent(db: RootDb, pseudonyms: Pseudonyms): RoomContent {
	return {
		async access(actor: Actor, activityId: string) {
			const board = await db
				.selectFrom('activity')
				.innerJoin('workshop', 'workshop.id', 'activity.workshop_id')
				.select([
					'activity.workshop_id as workshopId',
					'activity.state',
					'activity.opened_at as openedAt',
					'workshop.state as hall'
				])
				.where('activity.id', '=', activityId)
				.executeTakeFirst();
			if (!board) throw new DomainError('not_found');
			const facts = {
				workshop: await getWorkshopAccess(db, board.workshopId),
				writing: board.state === 'open' && board.hall === 'open',
				visible: board.openedAt !== null
			};
			const write = canOnBoard(actor, 'write_notes', facts);
			return {
				read: canOnBoard(actor, 'read_notes', facts),
				write,
				presence: false,
				pseudonym: actor.kind === 'screen' ? null : await pseudonyms.of(activityId, actor.id)
			};
		},
		project: (activityId, doc) => projectNotes(activityId, doc, pseudonyms)
	};
}
