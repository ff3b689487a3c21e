import {
	DEFAULT_PRIVACY,
	KEEP_DAYS,
	type PrivacySettings
} from '../../domain/workshops/privacy.ts';
import type { PurposeNotice } from '../../domain/workshops/purpose-notice.ts';
import type { Db } from '../db/database.ts';
import '../persons/privacy.table.ts';
import { dataHolders } from './data-holders.ts';

/** How a workshop keeps what it knows of persons. */
export async function privacyOf(db: Db, workshopId: string): Promise<PrivacySettings> {
	const row = await db
		.selectFrom('privacy')
		.selectAll()
		.where('workshop_id', '=', workshopId)
		.executeTakeFirst();
	if (!row) return DEFAULT_PRIVACY;
	return {
		contact: row.contact,
		keepDays: KEEP_DAYS.find((days) => days === row.keep_days) ?? null,
		eraseWords: row.erase_words === 1,
		showContacts: row.show_contacts === 1
	};
}

/** What people are told of their data before they join. */
export async function readNotice(db: Db, workshopId: string): Promise<PurposeNotice> {
	const { contact, keepDays, eraseWords } = await privacyOf(db, workshopId);
	return { contact, keepDays, eraseWords, holders: await dataHolders(db, workshopId) };
}
