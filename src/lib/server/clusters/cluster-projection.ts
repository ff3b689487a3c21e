import type { CompiledQuery } from 'kysely';
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
import type { RootDb } from '../db/database.ts';
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
		take(db) {
			const ids = [...changedClusters].filter(isClusterId);
			const taken = ids.map((id) => ({ id, cluster: readCluster(id, clusters.get(id)) }));
			const moved = [...changedMembers].flatMap((refId) => {
				const ref = parseNoteRefId(refId);
				const clusterId: unknown = members.get(refId);
				return ref ? [{ ref, clusterId: isClusterId(clusterId) ? clusterId : null }] : [];
			});
			changedClusters = new Set();
			changedMembers = new Set();
			return [
				...taken.map(({ id, cluster }) =>
					cluster ? writeCluster(db, groupingId, cluster) : markUndone(db, groupingId, id)
				),
				...moved.map(({ ref, clusterId }) =>
					clusterId === null
						? removeMember(db, groupingId, ref)
						: writeMember(db, groupingId, ref, clusterId)
				)
			];
		}
	};
}

function writeCluster(db: RootDb, groupingId: string, cluster: Cluster): CompiledQuery {
	const values = {
		title: toJson(cluster.title),
		position: cluster.position,
		deleted: flag(cluster.deleted)
	};
	return db
		.insertInto('cluster')
		.values({ id: cluster.id, grouping_id: groupingId, ...values })
		.onConflict((conflict) => conflict.columns(['grouping_id', 'id']).doUpdateSet(values))
		.compile();
}

/** Its creation was undone, which may be done again: the row stays, as a deleted one's does. */
function markUndone(db: RootDb, groupingId: string, id: string): CompiledQuery {
	return db
		.updateTable('cluster')
		.set({ deleted: flag(true) })
		.where('grouping_id', '=', groupingId)
		.where('id', '=', id)
		.compile();
}

function removeMember(db: RootDb, groupingId: string, ref: NoteRef): CompiledQuery {
	return db
		.deleteFrom('cluster_note')
		.where('grouping_id', '=', groupingId)
		.where('board_id', '=', ref.board)
		.where('note_key', '=', ref.key)
		.compile();
}

function writeMember(
	db: RootDb,
	groupingId: string,
	ref: NoteRef,
	clusterId: string
): CompiledQuery {
	return db
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
		.compile();
}
