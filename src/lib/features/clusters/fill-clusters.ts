import type { Cluster } from '#lib/board/clusters-doc.ts';
import type { PlacedNote } from '#lib/client/board/live-notes.svelte.ts';

/** A cluster with the notes that stand in it. */
export interface FilledCluster extends Cluster {
	readonly notes: readonly PlacedNote[];
}

/** Clusters with their notes, both in the order given; `members` is a note's reference id to a cluster's id. */
export function fillClusters(
	clusters: readonly Cluster[],
	notes: readonly PlacedNote[],
	members: ReadonlyMap<string, string>
): readonly FilledCluster[] {
	const filled = new Map(clusters.map(({ id }) => [id, [] as PlacedNote[]]));
	for (const note of notes) filled.get(members.get(note.id) ?? '')?.push(note);
	return clusters.map((cluster) => ({ ...cluster, notes: filled.get(cluster.id) ?? [] }));
}
