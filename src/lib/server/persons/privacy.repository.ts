import type { PrivacySettings } from '../../domain/workshops/privacy.ts';
import type { DueSight } from '../../domain/workshops/retention.ts';
import type { Db, Trx } from '../db/database.ts';
import { flag } from '../db/flag.ts';
import './privacy.table.ts';

/** Stores the settings of a workshop. The time that had passed by the ones before counts anew. */
export async function savePrivacy(
	trx: Trx,
	workshopId: string,
	{ contact, keepDays, eraseWords, showContacts }: PrivacySettings
): Promise<void> {
	const values = {
		contact,
		keep_days: keepDays,
		erase_words: flag(eraseWords),
		show_contacts: flag(showContacts),
		due_days: 0,
		due_seen_at: null
	};
	await trx
		.insertInto('privacy')
		.values({ workshop_id: workshopId, ...values })
		.onConflict((conflict) => conflict.column('workshop_id').doUpdateSet(values))
		.execute();
}

/** Remembers what was seen of a time that has passed. */
export async function saveSight(db: Db, workshopId: string, { days, at }: DueSight): Promise<void> {
	await db
		.updateTable('privacy')
		.set({ due_days: days, due_seen_at: at })
		.where('workshop_id', '=', workshopId)
		.execute();
}
