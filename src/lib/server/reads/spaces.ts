import type { SpaceKind } from '../../domain/spaces/space.ts';
import type { Db } from '../db/database.ts';
import '../spaces/space.table.ts';

/** The spaces of a kind in a workshop, in their order. */
export async function listSpaceIds(db: Db, workshopId: string, kind: SpaceKind): Promise<string[]> {
	const rows = await db
		.selectFrom('space')
		.select('id')
		.where('workshop_id', '=', workshopId)
		.where('kind', '=', kind)
		.orderBy('position')
		.execute();
	return rows.map(({ id }) => id);
}

/** The kind of a space; undefined for none. */
export async function findSpaceKind(db: Db, spaceId: string): Promise<SpaceKind | undefined> {
	const row = await db
		.selectFrom('space')
		.select('kind')
		.where('id', '=', spaceId)
		.executeTakeFirst();
	return row?.kind;
}
