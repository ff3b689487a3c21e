import { privateRoomKey } from '../../realtime/private-room-key.ts';
import { roomName } from '../../realtime/room-name.ts';
import type { Db } from '../db/database.ts';
import { inParts } from '../db/in-parts.ts';
import '../notes/pseudonym.table.ts';
import '../rooms/room.table.ts';

/** The private rooms that a board may have: one for each person who ever opened it. */
async function privateRoomNames(db: Db, boardId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('board_author')
		.select('pseudonym')
		.where('board', '=', boardId)
		.orderBy('pseudonym')
		.execute();
	return rows.map(({ pseudonym }) => roomName('private', privateRoomKey({ boardId, pseudonym })));
}

/** The private rooms of a board that anything was written in, with the number of their last row. */
export async function writtenPrivateRooms(
	db: Db,
	boardId: string
): Promise<ReadonlyMap<string, number>> {
	const names = await privateRoomNames(db, boardId);
	const written = new Map<string, number>();
	for (const part of inParts(names))
		for (const table of ['doc_archive', 'doc_snapshot', 'doc_update'] as const) {
			const rows = await db
				.selectFrom(table)
				.select(({ fn }) => ['room', fn.max('seq').as('seq')])
				.where('room', 'in', part)
				.groupBy('room')
				.execute();
			for (const { room, seq } of rows) written.set(room, Math.max(written.get(room) ?? 0, seq));
		}
	return written;
}
