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
 * Keeps the rows of a grouping's clusters equal to their document: only what changed is written. A note
 * may name a cluster that is deleted, as in the document; who reads joins clusters that stand.
 */
export function projectClusters(groupingId: string, doc: Y.Doc): RoomProjection {
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
					if (cluster) await writeCluster(trx, groupingId, cluster);
					else await markUndone(trx, groupingId, id);
				for (const { ref, clusterId } of moved)
					if (clusterId === null) await removeMember(trx, groupingId, ref);
					else await writeMember(trx, groupingId, ref, clusterId);
			};
		}
	};
}

async function writeCluster(trx: Trx, groupingId: string, cluster: Cluster): Promise<void> {
	const values = {
		title: toJson(cluster.title),
		position: cluster.position,
		deleted: flag(cluster.deleted)
	};
	await trx
		.insertInto('cluster')
		.values({ id: cluster.id, grouping_id: groupingId, ...values })
		.onConflict((conflict) => conflict.columns(['grouping_id', 'id']).doUpdateSet(values))
		.execute();
}

/** Its creation was undone, which may be done again: the row stays, as a deleted one's does. */
async function markUndone(trx: Trx, groupingId: string, id: string): Promise<void> {
	await trx
		.updateTable('cluster')
		.set({ deleted: flag(true) })
		.where('grouping_id', '=', groupingId)
		.where('id', '=', id)
		.execute();
}

async function removeMember(trx: Trx, groupingId: string, ref: NoteRef): Promise<void> {
	await trx
		.deleteFrom('cluster_note')
		.where('grouping_id', '=', groupingId)
		.where('board_id', '=', ref.board)
		.where('note_key', '=', ref.key)
		.execute();
}

async function writeMember(
	trx: Trx,
	groupingId: string,
	ref: NoteRef,
	clusterId: string
): Promise<void> {
	await trx
		.insertInto('cluster_note')
		.values({
			grouping_id: groupingId,
			board_id: ref.board,
			note_key: ref.key,
			cluster_id: clusterId
		})
		.onConflict((conflict) =>
			conflict
				.columns(['grouping_id', 'board_id', 'note_key'])
				.doUpdateSet({ cluster_id: clusterId })
		)
		.execute();
}
