import { privateRoomKey } from '../../realtime/private-room-key.ts';
import type { RoomKind } from '../../realtime/room-name.ts';
import type { Db } from '../db/database.ts';
import '../notes/pseudonym.table.ts';
import '../spaces/space.table.ts';
import { listBoards } from './boards-of-workshop.ts';
import { listGroupings } from './groupings.ts';
import { getPlanOf } from './plan-of-workshop.ts';

/** A live room, by its kind and the key that its kind names it by. */
export interface RoomOfWorkshop {
	readonly kind: RoomKind;
	readonly key: string;
}

/** Every live room that a workshop has or may have had: boards, what people wrote privately, clusters, plan, stages. */
export async function roomsOfWorkshop(db: Db, workshopId: string): Promise<RoomOfWorkshop[]> {
	const boards = await listBoards(db, workshopId);
	const rooms: RoomOfWorkshop[] = boards.map(({ id }) => ({ kind: 'board', key: id }));
	for (const { id: boardId } of boards) {
		const authors = await db
			.selectFrom('board_author')
			.select('pseudonym')
			.where('board', '=', boardId)
			.execute();
		for (const { pseudonym } of authors)
			rooms.push({ kind: 'private', key: privateRoomKey({ boardId, pseudonym }) });
	}
	for (const { id } of await listGroupings(db, workshopId))
		rooms.push({ kind: 'clusters', key: id });
	const spaces = await db
		.selectFrom('space')
		.select('id')
		.where('workshop_id', '=', workshopId)
		.execute();
	for (const id of [workshopId, ...spaces.map((space) => space.id)])
		rooms.push({ kind: 'stage', key: id });
	return [...rooms, { kind: 'plan', key: await getPlanOf(db, workshopId) }];
}
