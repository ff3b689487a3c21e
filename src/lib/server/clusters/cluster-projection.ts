import type * as Y from 'yjs';
import {
	clustersOf,
	isClusterId,
	membersOf,
	parseNoteRefId,
	readCluster,
	type Cluster,
	type NoteRef
} from '../../board/clusters-doc.ts';
import type { Trx } from '../db/database.ts';
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
		take() {
			const ids = [...changedClusters].filter(isClusterId);
			const taken = ids.map((id) => ({ id, cluster: readCluster(id, clusters.get(id)) }));
			const moved = [...changedMembers].flatMap((refId) => {
				const ref = parseNoteRefId(refId);
				const clusterId: unknown = members.get(refId);
				return ref ? [{ ref, clusterId: isClusterId(clusterId) ? clusterId : null }] : [];
			});
			changedClusters = new Set();
			changedMembers = new Set();
			if (taken.length + moved.length === 0) return undefined;
			return async (trx) => {
				for (const { id, cluster } of taken)
					if (cluster) await writeCluster(trx, workshopId, cluster);
					else await markUndone(trx, workshopId, id);
				for (const { ref, clusterId } of moved)
					if (clusterId === null) await removeMember(trx, workshopId, ref);
					else await writeMember(trx, workshopId, ref, clusterId);
			};
		}
	};
}

async function writeCluster(trx: Trx, workshopId: string, cluster: Cluster): Promise<void> {
	const values = {
		title: toJson(cluster.title),
		position: cluster.position,
		deleted: flag(cluster.deleted)
	};
	await trx
		.insertInto('cluster')
		.values({ id: cluster.id, workshop_id: workshopId, ...values })
		.onConflict((conflict) => conflict.columns(['workshop_id', 'id']).doUpdateSet(values))
		.execute();
}

/** Its creation was undone, which may be done again: the row stays, as a deleted one's does. */
async function markUndone(trx: Trx, workshopId: string, id: string): Promise<void> {
	await trx
		.updateTable('cluster')
		.set({ deleted: flag(true) })
		.where('workshop_id', '=', workshopId)
		.where('id', '=', id)
		.execute();
}

async function removeMember(trx: Trx, workshopId: string, ref: NoteRef): Promise<void> {
	await trx
		.deleteFrom('cluster_note')
		.where('workshop_id', '=', workshopId)
		.where('board', '=', ref.board)
		.where('note_key', '=', ref.key)
		.execute();
}

async function writeMember(
	trx: Trx,
	workshopId: string,
	ref: NoteRef,
	clusterId: string
): Promise<void> {
	await trx
		.insertInto('cluster_note')
		.values({
			workshop_id: workshopId,
			board: ref.board,
			note_key: ref.key,
			cluster_id: clusterId
		})
		.onConflict((conflict) =>
			conflict.columns(['workshop_id', 'board', 'note_key']).doUpdateSet({ cluster_id: clusterId })
		)
		.execute();
}
