import { canInWorkshop, documentRights, type WorkshopAccess } from '../../domain/policy.ts';
import { clustersSchema } from '../../gate/schemas/clusters-schema.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import type { RootDb } from '../db/database.ts';
import { getGrouping } from '../reads/groupings.ts';
import { hasOpenVoteOn } from '../reads/open-votes.ts';
import type { RoomContent } from '../rooms/room-content.ts';
import { clusterRows } from './cluster-rows.ts';
import { projectClusters } from './cluster-projection.ts';

interface ClustersFacts {
	readonly workshop: WorkshopAccess;
	readonly voting: boolean;
}

/** The clusters of one grouping. They do not change while a vote on them is open. */
export function clustersContent(db: RootDb): RoomContent<ClustersFacts> {
	return {
		async facts(groupingId) {
			const { workshopId } = await getGrouping(db, groupingId);
			return {
				workshop: await getWorkshopAccess(db, workshopId),
				voting: await hasOpenVoteOn(db, groupingId)
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
