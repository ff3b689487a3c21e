import type { ActivityWriting } from '../../domain/activity.ts';
import { DomainError } from '../../domain/errors.ts';
import { boardRights, canOnBoard, type BoardAccess } from '../../domain/policy.ts';
import { boardSchema } from '../../gate/board-schema.ts';
import type { RootDb } from '../db/database.ts';
import type { RoomContent } from '../rooms/room-content.ts';
import { getBoardAccess } from './board-content.ts';
import type { Pseudonyms } from './pseudonyms.ts';
import '../agenda/activity.table.ts';

interface PrivateFacts {
	readonly board: BoardAccess;
	readonly writing: ActivityWriting;
	/** Whose room it is, by their pseudonym on the board. */
	readonly owner: string;
}

/**
 * What one person wrote in an activity before the reveal: a document of their own, `<activity>.<pseudonym
 * on its board>`. Whose it is follows from the session, so that nobody can name another's.
 */
export function privateContent(db: RootDb, pseudonyms: Pseudonyms): RoomContent<PrivateFacts> {
	return {
		async roomOf(actor, activityId) {
			const board = await getBoardAccess(db, activityId);
			if (actor.kind !== 'guest' || !canOnBoard(actor, 'read_notes', board))
				throw new DomainError('forbidden');
			return `${activityId}.${await pseudonyms.of(activityId, actor.id)}`;
		},
		async facts(key) {
			const [activityId = '', owner = ''] = key.split('.');
			const board = await getBoardAccess(db, activityId);
			const { writing } = await db
				.selectFrom('activity')
				.select('writing')
				.where('id', '=', activityId)
				.executeTakeFirstOrThrow();
			return { board, writing, owner };
		},
		async access(actor, key, { board, writing, owner }) {
			const [activityId = ''] = key.split('.');
			const pseudonym = await pseudonyms.of(activityId, actor.id);
			const own = actor.kind === 'guest' && pseudonym === owner && writing === 'private';
			const read = own && canOnBoard(actor, 'read_notes', board);
			return { read, rights: boardRights(actor, board, pseudonym), presence: false };
		},
		schema: boardSchema
	};
}
