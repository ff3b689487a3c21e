import { DomainError } from '../../domain/errors.ts';
import { canWritePrivately, privateRights } from '../../domain/policy.ts';
import { boardSchema } from '../../gate/schemas/board-schema.ts';
import { privateRoomKey, readPrivateRoomKey } from '../../realtime/private-room-key.ts';
import type { Db, RootDb } from '../db/database.ts';
import { getBoardFacts, type BoardFacts } from '../reads/board-facts.ts';
import type { RoomContent } from '../rooms/room-content.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/**
 * What one person wrote for a board before the reveal: a document of their own, which nobody else can
 * open. Whose it is follows from the session, so that nobody can name another's. It goes on taking what
 * comes after the reveal, such as from a phone that was offline.
 */
export function privateContent(db: RootDb, pseudonyms: Pseudonyms): RoomContent<BoardFacts> {
	return {
		async roomOf(actor, boardId) {
			const board = await getPrivateBoard(db, boardId);
			if (!canWritePrivately(actor, board)) throw new DomainError('forbidden');
			return privateRoomKey({ boardId, pseudonym: await pseudonyms.of(boardId, actor.id) });
		},
		facts: (key) => getPrivateBoard(db, readPrivateRoomKey(key).boardId),
		async access(actor, key, board) {
			const { boardId, pseudonym } = readPrivateRoomKey(key);
			const may = canWritePrivately(actor, board);
			const read = may && (await pseudonyms.of(boardId, actor.id)) === pseudonym;
			const rights = privateRights(board, pseudonym);
			return { read, rights, presence: false, begins: board.begins };
		},
		schema: boardSchema
	};
}

/** Throws `not_found` where writing is shared, too. */
async function getPrivateBoard(db: Db, boardId: string): Promise<BoardFacts> {
	const board = await getBoardFacts(db, boardId);
	if (!board.private) throw new DomainError('not_found');
	return board;
}
