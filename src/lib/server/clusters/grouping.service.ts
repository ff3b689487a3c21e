import type { Grouping } from '../../domain/clusters/grouping.ts';
import { DomainError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import { textIn, type LocalizedText } from '../../domain/text/locale.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import type { RootDb, Trx } from '../db/database.ts';
import { listGroupings } from '../reads/groupings.ts';
import { deleteGrouping, hasClusters, insertGrouping } from './grouping.repository.ts';

/** The groupings of a workshop: its plenary's, and one for each activity that is clustered apart. */
export interface GroupingService {
	/** For whoever may read the clusters, the plenary's first. */
	list(actor: Actor, workshopId: string): Promise<Grouping[]>;
	/** Unguarded: the grouping that a workshop begins with, in the transaction that makes it. */
	makePlenary(trx: Trx, workshopId: string): Promise<void>;
	/**
	 * Unguarded: lets an activity have a grouping of its own, or cluster with the others again. Throws
	 * `activity_in_use` (details: name) where its own has clusters already.
	 */
	setApart(
		trx: Trx,
		workshopId: string,
		activity: { readonly id: string; readonly title: LocalizedText },
		apart: boolean
	): Promise<void>;
}

export function groupingService({ db }: { db: RootDb }): GroupingService {
	return {
		async list(actor, workshopId) {
			const access = await getWorkshopAccess(db, workshopId);
			assertAllowed(canInWorkshop(actor, 'read_clusters', access));
			return listGroupings(db, workshopId);
		},
		makePlenary: (trx, workshopId) =>
			insertGrouping(trx, {
				id: newId(),
				workshopId,
				kind: 'plenary',
				activityId: null,
				spaceId: null
			}),
		async setApart(trx, workshopId, { id: activityId, title }, apart) {
			const groupings = await listGroupings(trx, workshopId);
			const own = groupings.find((grouping) => grouping.activityId === activityId);
			if (apart === (own !== undefined)) return;
			if (!own) {
				const kind = 'activity';
				return insertGrouping(trx, { id: newId(), workshopId, kind, activityId, spaceId: null });
			}
			if (await hasClusters(trx, own.id))
				throw new DomainError('activity_in_use', { name: textIn(title, 'ar') });
			await deleteGrouping(trx, own.id);
		}
	};
}
