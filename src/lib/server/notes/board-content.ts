import { boardRights, canOnBoard } from '../../domain/policy.ts';
import { boardSchema } from '../../gate/schemas/board-schema.ts';
import type { RootDb } from '../db/database.ts';
import { getBoardFacts, type BoardFacts } from '../reads/board-facts.ts';
import type { RoomContent } from '../rooms/room-content.ts';
import { noteRows } from './note-rows.ts';
import { projectNotes } from './note-projection.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/** The boards: the notes of one each. */
export function boardContent(db: RootDb, pseudonyms: Pseudonyms): RoomContent<BoardFacts> {
	return {
		facts: (boardId) => getBoardFacts(db, boardId),
		async access(actor, boardId, board) {
			const read = canOnBoard(actor, 'read_notes', board);
			const writer = read && actor.kind !== 'screen';
			const pseudonym = writer ? await pseudonyms.of(boardId, actor.id) : null;
			const merged = actor.kind === 'guest' ? await pseudonyms.merged(boardId, actor.id) : [];
			const rights = boardRights(actor, board, pseudonym, merged);
			return { read, rights, presence: false, begins: board.begins };
		},
		schema: boardSchema,
		project: projectNotes,
		rows: noteRows
	};
}
