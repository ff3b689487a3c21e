import { DomainError } from '../../domain/errors.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import type { Region } from '../../domain/workshops/region.ts';
import type { Db } from '../db/database.ts';
import { fromJson, toJson } from '../db/json-column.ts';
import './region.table.ts';

/** Every region, in the order that administrators gave. */
export async function listRegions(db: Db): Promise<Region[]> {
	const rows = await db
		.selectFrom('region')
		.selectAll()
		.orderBy('position')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({ ...row, name: fromJson<LocalizedText>(row.name) }));
}

/** Adds regions; those whose id is there stay as they are. */
export async function insertRegions(db: Db, regions: readonly Region[]): Promise<void> {
	await db
		.insertInto('region')
		.values(regions.map((region) => ({ ...region, name: toJson(region.name) })))
		.onConflict((conflict) => conflict.column('id').doNothing())
		.execute();
}

/** Throws `not_found`. */
export async function renameRegion(db: Db, id: string, name: LocalizedText): Promise<void> {
	const { numUpdatedRows } = await db
		.updateTable('region')
		.set({ name: toJson(name) })
		.where('id', '=', id)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new DomainError('not_found');
}

export async function placeRegion(db: Db, id: string, position: number): Promise<void> {
	await db.updateTable('region').set({ position }).where('id', '=', id).execute();
}
