import type { Actor } from '../../domain/people/actor.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import type { PurposeNotice } from '../../domain/workshops/purpose-notice.ts';
import { requirePrivacy, type PrivacySettings } from '../../domain/workshops/privacy.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import type { RootDb } from '../db/database.ts';
import { recordEvent } from '../events/record-event.ts';
import { privacyOf, readNotice } from '../reads/privacy.ts';
import { savePrivacy } from './privacy.repository.ts';

/** How a workshop keeps what it knows of persons, as its facilitators choose. */
export interface PrivacyService {
	get(actor: Actor, workshopId: string): Promise<PrivacySettings>;
	/** What people are told of their data before they join. */
	notice(actor: Actor, workshopId: string): Promise<PurposeNotice>;
	/** Throws what {@link requirePrivacy} does. */
	save(
		actor: Actor,
		workshopId: string,
		settings: Parameters<typeof requirePrivacy>[0]
	): Promise<void>;
}

/** Rules [DP7] to [DP9]. */
export function privacyService({ db }: { db: RootDb }): PrivacyService {
	async function guard(actor: Actor, workshopId: string): Promise<void> {
		assertAllowed(canInWorkshop(actor, 'keep_data', await getWorkshopAccess(db, workshopId)));
	}

	return {
		async get(actor, workshopId) {
			await guard(actor, workshopId);
			return privacyOf(db, workshopId);
		},

		async notice(actor, workshopId) {
			await guard(actor, workshopId);
			return readNotice(db, workshopId);
		},

		async save(actor, workshopId, settings) {
			await guard(actor, workshopId);
			const checked = requirePrivacy(settings);
			const { keepDays, eraseWords, showContacts } = checked;
			const event = { action: 'privacy_set', workshopId, actorId: actor.id } as const;
			const detail = { keepDays: keepDays ?? 0, eraseWords, showContacts };
			await db.transaction().execute(async (trx) => {
				await savePrivacy(trx, workshopId, checked);
				await recordEvent(trx, { ...event, subjectId: workshopId, detail });
			});
		}
	};
}
