import { canInWorkshop, documentRights, type WorkshopAccess } from '../../domain/policy.ts';
import { clustersSchema } from '../../gate/schemas/clusters-schema.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import type { RootDb } from '../db/database.ts';
import { getGrouping } from '../reads/groupings.ts';
import { hasUnpublishedVoteOn } from '../reads/open-votes.ts';
import type { RoomContent } from '../rooms/room-content.ts';
import { clusterRows } from './cluster-rows.ts';
import { projectClusters } from './cluster-projection.ts';

interface ClustersFacts {
	readonly workshop: WorkshopAccess;
	readonly voting: boolean;
}

/** The clusters of one grouping. They do not change from opening a vote on them until it is published. */
export function clustersContent(db: RootDb): RoomContent<ClustersFacts> {
	return {
		async facts(groupingId) {
			const { workshopId } = await getGrouping(db, groupingId);
			return {
				workshop: await getWorkshopAccess(db, workshopId),
				voting: await hasUnpublishedVoteOn(db, groupingId)
			};
		},
		access: (actor, _groupingId, { workshop, voting }) =>
			Promise.resolve({
				read: canInWorkshop(actor, 'read_clusters', workshop),
				rights: documentRights(!voting && canInWorkshop(actor, 'cluster', workshop)),
				presence: false
			}),
		schema: clustersSchema,
		project: projectClusters,
		rows: clusterRows
	};
}
