import { LiveClusters } from '#lib/client/live-clusters.svelte.ts';
import type { As } from '#lib/client/live-document.svelte.ts';
import { clusterSizes } from './cluster-sizes.ts';

/** The clusters of the workshop, for as long as the page tells of them. */
export class HallClusters {
	current = $state.raw<LiveClusters>();
	/** Notes by cluster. */
	sizes = $derived.by(() => clusterSizes(this.current?.members.values() ?? []));

	/** Opens them; nothing is sent before `ready`. Gives what closes them: run it in an effect. */
	open(workshopId: string, as: As, ready: Promise<unknown>): () => void {
		const opened = new LiveClusters(workshopId, as, ready);
		this.current = opened;
		return () => {
			this.current = undefined;
			opened.destroy();
		};
	}
}
