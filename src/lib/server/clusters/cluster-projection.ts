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
					cluster ? writeCluster(db, workshopId, cluster) : markUndone(db, workshopId, id)
				),
				...moved.map(({ ref, clusterId }) =>
					clusterId === null
						? removeMember(db, workshopId, ref)
						: writeMember(db, workshopId, ref, clusterId)
				)
			];
		}
	};
}

function writeCluster(db: RootDb, workshopId: string, cluster: Cluster): CompiledQuery {
	const values = {
		title: toJson(cluster.title),
		position: cluster.position,
		deleted: flag(cluster.deleted)
	};
	return db
		.insertInto('cluster')
		.values({ id: cluster.id, workshop_id: workshopId, ...values })
		.onConflict((conflict) => conflict.columns(['workshop_id', 'id']).doUpdateSet(values))
		.compile();
}

/** Its creation was undone, which may be done again: the row stays, as a deleted one's does. */
function markUndone(db: RootDb, workshopId: string, id: string): CompiledQuery {
	return db
		.updateTable('cluster')
		.set({ deleted: flag(true) })
		.where('workshop_id', '=', workshopId)
		.where('id', '=', id)
		.compile();
}

function removeMember(db: RootDb, workshopId: string, ref: NoteRef): CompiledQuery {
	return db
		.deleteFrom('cluster_note')
		.where('workshop_id', '=', workshopId)
		.where('board', '=', ref.board)
		.where('note_key', '=', ref.key)
		.compile();
}

function writeMember(
	db: RootDb,
	workshopId: string,
	ref: NoteRef,
	clusterId: string
): CompiledQuery {
	return db
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
		.compile();
}
