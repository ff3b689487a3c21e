import type * as Y from 'yjs';
import {
	clustersOf,
	isClusterId,
	membersOf,
	parseNoteRefId,
	readCluster
} from '../../board/clusters-doc.ts';
import { flag } from '../db/flag.ts';
import { toJson } from '../db/json-column.ts';
import type { RoomProjection } from '../rooms/room-content.ts';
import './cluster.table.ts';

/**
 * Keeps the rows of a workshop's clusters equal to their document: only what changed is written. A note
 * may name a cluster that is deleted, as in the document; who reads joins clusters that stand.
 */
export function projectClusters(workshopId: string, doc: Y.Doc): RoomProjection {
	const clusters = clustersOf(doc);
	const members = membersOf(doc);
	let changedClusters = new Set<string>();
	let changedMembers = new Set<string>();
	clusters.observeDeep((events) => {
		for (const event of events) {
			if (event.target === clusters) for (const id of event.keys.keys()) changedClusters.add(id);
			else if (typeof event.path[0] === 'string') changedClusters.add(event.path[0]);
		}
	});
	members.observe((event) => {
		for (const ref of event.keys.keys()) changedMembers.add(ref);
	});
	return {
		async write(trx) {
			const ids = changedClusters;
			const refs = changedMembers;
			changedClusters = new Set();
			changedMembers = new Set();
			for (const id of ids) {
				if (!isClusterId(id)) continue;
				const cluster = readCluster(id, clusters.get(id));
				if (!cluster) {
					// Its creation was undone, which may be done again: the row stays, as a deleted one's does.
					await trx
						.updateTable('cluster')
						.set({ deleted: flag(true) })
						.where('workshop_id', '=', workshopId)
						.where('id', '=', id)
						.execute();
					continue;
				}
				const values = {
					title: toJson(cluster.title),
					position: cluster.position,
					deleted: flag(cluster.deleted)
				};
				await trx
					.insertInto('cluster')
					.values({ id, workshop_id: workshopId, ...values })
					.onConflict((conflict) => conflict.columns(['workshop_id', 'id']).doUpdateSet(values))
					.execute();
			}
			for (const refId of refs) {
				const ref = parseNoteRefId(refId);
				if (!ref) continue;
				const clusterId: unknown = members.get(refId);
				if (!isClusterId(clusterId)) {
					await trx
						.deleteFrom('cluster_note')
						.where('workshop_id', '=', workshopId)
						.where('board', '=', ref.board)
						.where('note_key', '=', ref.key)
						.execute();
					continue;
				}
				await trx
					.insertInto('cluster_note')
					.values({
						workshop_id: workshopId,
						board: ref.board,
						note_key: ref.key,
						cluster_id: clusterId
					})
					.onConflict((conflict) =>
						conflict
							.columns(['workshop_id', 'board', 'note_key'])
							.doUpdateSet({ cluster_id: clusterId })
					)
					.execute();
			}
		}
	};
}
