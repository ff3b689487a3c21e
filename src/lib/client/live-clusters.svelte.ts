import { readClusters, readMembers, type Cluster } from '#lib/board/clusters-doc.ts';
import { LiveDocument, type As } from './live-document.svelte.ts';

/** The clusters of one grouping, with undo of one's own steps. */
export class LiveClusters {
	readonly document: LiveDocument;
	private readonly clustersValue: { readonly current: Cluster[] };
	private readonly membersValue: { readonly current: Map<string, string> };

	/** Nothing is sent before `ready` resolves. */
	constructor(groupingId: string, as: As, ready?: Promise<unknown>) {
		this.document = new LiveDocument('clusters', groupingId, as, {
			undo: ['clusters', 'members'],
			ready
		});
		this.clustersValue = this.document.value(['clusters'], readClusters);
		this.membersValue = this.document.value(['clusters', 'members'], readMembers);
	}

	/** Clusters that stand, in their order. */
	get clusters(): readonly Cluster[] {
		return this.clustersValue.current;
	}

	/** Note reference id (`noteRefId`) to cluster id. */
	get members(): ReadonlyMap<string, string> {
		return this.membersValue.current;
	}

	destroy(): void {
		this.document.destroy();
	}
}
