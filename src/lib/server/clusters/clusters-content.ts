import { canInWorkshop } from '../../domain/policy.ts';
import type { RootDb } from '../db/database.ts';
import type { RoomContent } from '../rooms/room-content.ts';
import { getWorkshopAccess } from '../workshops/workshop-access.ts';
import { projectClusters } from './cluster-projection.ts';
import '../votes/vote.table.ts';

/** The clusters of a workshop. They do not change while a vote on them is open. */
export function clustersContent(db: RootDb): RoomContent {
	return {
		async access(actor, workshopId) {
			const workshop = await getWorkshopAccess(db, workshopId);
			const openVote = await db
				.selectFrom('vote')
				.select('id')
				.where('workshop_id', '=', workshopId)
				.where('state', '=', 'open')
				.executeTakeFirst();
			return {
				read: canInWorkshop(actor, 'read_clusters', workshop),
				write: !openVote && canInWorkshop(actor, 'cluster', workshop),
				presence: false,
				pseudonym: null
			};
		},
		project: projectClusters
	};
}
