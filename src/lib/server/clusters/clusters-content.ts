import { canInWorkshop, documentRights, type WorkshopAccess } from '../../domain/policy.ts';
import { clustersSchema } from '../../gate/schemas/clusters-schema.ts';
import type { RootDb } from '../db/database.ts';
import { hasOpenVote } from '../reads/open-votes.ts';
import type { RoomContent } from '../rooms/room-content.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { clusterRows } from './cluster-rows.ts';
import { projectClusters } from './cluster-projection.ts';

interface ClustersFacts {
	readonly workshop: WorkshopAccess;
	readonly voting: boolean;
}

/** The clusters of a workshop. They do not change while a vote on them is open. */
export function clustersContent(db: RootDb): RoomContent<ClustersFacts> {
	return {
		async facts(workshopId) {
			const workshop = await getWorkshopAccess(db, workshopId);
			return { workshop, voting: await hasOpenVote(db, workshopId) };
		},
		access: (actor, _workshopId, { workshop, voting }) =>
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
