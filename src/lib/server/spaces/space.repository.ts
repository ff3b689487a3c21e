import { newId } from '../../domain/id.ts';
import type { Space, SpaceDraft, SpaceKind } from '../../domain/spaces/space.ts';
import type { SeatRole } from '../../domain/spaces/seat.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import type { Db, Trx } from '../db/database.ts';
import { fromJson, toJson } from '../db/json-column.ts';
import type { SpaceTable } from './space.table.ts';

/** The rooms and tables of a workshop in their order. */
export async function listSpaces(db: Db, workshopId: string): Promise<Space[]> {
	const rows = await db
		.selectFrom('space')
		.selectAll()
		.where('workshop_id', '=', workshopId)
		.orderBy('position')
		.execute();
	return rows.map(toSpace);
}

export async function insertSpace(
	db: Db,
	space: SpaceDraft & Pick<Space, 'id' | 'workshopId' | 'position'>
): Promise<void> {
	await db
		.insertInto('space')
		.values({
			id: space.id,
			workshop_id: space.workshopId,
			parent_id: space.parentId,
			kind: space.kind,
			name: toJson(space.name),
			theme: toJson(space.theme),
			capacity: space.capacity,
			position: space.position
		})
		.execute();
}

export async function deleteSpace(db: Db, id: string): Promise<void> {
	await db.deleteFrom('space').where('id', '=', id).execute();
}

/** True once somebody sat in one of the spaces. */
export async function wasSeatedIn(db: Db, spaceIds: readonly string[]): Promise<boolean> {
	const row = await db
		.selectFrom('seat')
		.select('id')
		.where('space_id', 'in', spaceIds)
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** The space that somebody sits in now, in one layer. */
export async function findSeat(
	db: Db,
	actorId: string,
	layer: SpaceKind
): Promise<{ spaceId: string; role: SeatRole } | undefined> {
	return db
		.selectFrom('seat')
		.select(['space_id as spaceId', 'role'])
		.where('actor_id', '=', actorId)
		.where('layer', '=', layer)
		.where('until', 'is', null)
		.executeTakeFirst();
}

/** The room that a table stands in; undefined for a table of the hall. */
export async function findRoomOf(db: Db, tableId: string): Promise<string | undefined> {
	const row = await db
		.selectFrom('space')
		.select('parent_id')
		.where('id', '=', tableId)
		.executeTakeFirst();
	return row?.parent_id ?? undefined;
}

/** People who sit in a space now. */
export async function countSeated(db: Db, spaceId: string): Promise<number> {
	const row = await db
		.selectFrom('seat')
		.select(({ fn }) => fn.countAll().as('people'))
		.where('space_id', '=', spaceId)
		.where('until', 'is', null)
		.executeTakeFirstOrThrow();
	return Number(row.people);
}

/** Ends what somebody sits in, in one layer or in all; the history stays. False when they sat nowhere there. */
export async function endSeats(
	db: Db,
	actorId: string,
	layer: SpaceKind | 'all',
	at: number
): Promise<boolean> {
	let seats = db
		.updateTable('seat')
		.set({ until: at })
		.where('actor_id', '=', actorId)
		.where('until', 'is', null);
	if (layer !== 'all') seats = seats.where('layer', '=', layer);
	const { numUpdatedRows } = await seats.executeTakeFirstOrThrow();
	return numUpdatedRows > 0n;
}

/** Seats somebody who sits nowhere in that layer. */
export async function insertSeat(
	trx: Trx,
	seat: {
		readonly space: Pick<Space, 'id' | 'kind'>;
		readonly actorId: string;
		readonly role: SeatRole;
		readonly at: number;
	}
): Promise<void> {
	await trx
		.insertInto('seat')
		.values({
			id: newId(),
			space_id: seat.space.id,
			layer: seat.space.kind,
			actor_id: seat.actorId,
			role: seat.role,
			since: seat.at,
			until: null
		})
		.execute();
}

function toSpace(row: SpaceTable): Space {
	return {
		id: row.id,
		workshopId: row.workshop_id,
		parentId: row.parent_id,
		kind: row.kind,
		name: fromJson<LocalizedText>(row.name),
		theme: fromJson<LocalizedText>(row.theme),
		capacity: row.capacity,
		position: row.position
	};
}
