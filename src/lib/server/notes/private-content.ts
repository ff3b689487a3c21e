import { DomainError } from '../../domain/errors.ts';
import { canWritePrivately, privateRights, type BoardAccess } from '../../domain/policy.ts';
import { boardSchema } from '../../gate/schemas/board-schema.ts';
import { privateRoomKey, readPrivateRoomKey } from '../../realtime/private-room-key.ts';
import type { Db, RootDb } from '../db/database.ts';
import { getBoardFacts } from '../reads/board-facts.ts';
import type { RoomContent } from '../rooms/room-content.ts';
import { getBoardAccess } from './board-content.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/**
 * What one person wrote in an activity before the reveal: a document of their own, which nobody else can
 * open. Whose it is follows from the session, so that nobody can name another's. It goes on taking what
 * comes after the reveal, such as from a phone that was offline.
 */
export function privateContent(db: RootDb, pseudonyms: Pseudonyms): RoomContent<BoardAccess> {
	return {
		async roomOf(actor, activityId) {
			const board = await getPrivateBoard(db, activityId);
			if (!canWritePrivately(actor, board)) throw new DomainError('forbidden');
			return privateRoomKey({ activityId, pseudonym: await pseudonyms.of(activityId, actor.id) });
		},
		facts: (key) => getPrivateBoard(db, readPrivateRoomKey(key).activityId),
		async access(actor, key, board) {
			const { activityId, pseudonym } = readPrivateRoomKey(key);
			const may = canWritePrivately(actor, board);
			const read = may && (await pseudonyms.of(activityId, actor.id)) === pseudonym;
			return { read, rights: privateRights(board, pseudonym), presence: false };
		},
		schema: boardSchema
	};
}

/** Throws `not_found` where writing is shared, too. */
async function getPrivateBoard(db: Db, activityId: string): Promise<BoardAccess> {
	if (!(await getBoardFacts(db, activityId)).private) throw new DomainError('not_found');
	return getBoardAccess(db, activityId);
}
