import type { As } from '#lib/client/live-document.svelte.ts';
import { clusterSizes } from './cluster-sizes.ts';
import { NO_CLUSTERS, openClusters } from './open-clusters.ts';

/** The clusters of the workshop's groupings, for as long as the page tells of them. */
export class HallClusters {
	byGrouping = $state.raw(NO_CLUSTERS);
	/** Notes by cluster, of all of them. */
	sizes = $derived.by(() =>
		clusterSizes([...this.byGrouping.values()].flatMap(({ members }) => [...members.values()]))
	);

	/** Opens those of `groupings`; nothing is sent before `ready`. Gives what closes them: run it in an effect. */
	open(groupings: readonly string[], as: As, ready: Promise<unknown>): () => void {
		const opened = openClusters(groupings, as, ready);
		this.byGrouping = opened;
		return () => {
			this.byGrouping = NO_CLUSTERS;
			for (const clusters of opened.values()) clusters.destroy();
		};
	}
}
