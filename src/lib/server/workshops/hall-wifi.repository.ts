import type { HallWifi } from '../../domain/workshops/hall-wifi.ts';
import type { Db, Trx } from '../db/database.ts';
import './hall-wifi.table.ts';

/** The Wi-Fi of a workshop's hall, null where nobody gave one. */
export async function findHallWifi(db: Db, workshopId: string): Promise<HallWifi | null> {
	const row = await db
		.selectFrom('hall_wifi')
		.select(['network', 'password'])
		.where('workshop_id', '=', workshopId)
		.executeTakeFirst();
	return row ?? null;
}

/** Stores it in the place of the one before; null leaves none. */
export async function saveHallWifi(
	trx: Trx,
	workshopId: string,
	wifi: HallWifi | null
): Promise<void> {
	await trx.deleteFrom('hall_wifi').where('workshop_id', '=', workshopId).execute();
	if (wifi)
		await trx
			.insertInto('hall_wifi')
			.values({ workshop_id: workshopId, ...wifi })
			.execute();
}
