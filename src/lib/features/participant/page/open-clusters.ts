import { LiveClusters } from '#lib/client/live-clusters.svelte.ts';
import type { As } from '#lib/client/live-document.svelte.ts';

/** Live clusters by the grouping that holds them. */
export type ClustersByGrouping = ReadonlyMap<string, LiveClusters>;

export const NO_CLUSTERS: ClustersByGrouping = new Map();

/** Opens those of `groupings`; nothing is sent before `ready`. Each is to be destroyed. */
export function openClusters(
	groupings: readonly string[],
	as: As,
	ready: Promise<unknown>
): ClustersByGrouping {
	return new Map(groupings.map((id) => [id, new LiveClusters(id, as, ready)]));
}
