import type { SourceCluster } from '#lib/domain/proposals/provenance.ts';
import type { ClusterPlace } from '#lib/domain/votes/publication.ts';

/** Clusters that one vote ranked, or those that no cited vote names. */
export interface RankedClusters {
	readonly vote: Pick<ClusterPlace, 'voteId' | 'activityTitle'> | null;
	readonly clusters: readonly SourceCluster[];
}

/**
 * The clusters under the vote that their ranks are of, the vote published first first, each by rank, ties in the order given;
 * at the end those without a rank. Rule [PR13].
 */
export function clustersByVote(clusters: readonly SourceCluster[]): RankedClusters[] {
	const votes = new Map(clusters.flatMap(({ place }) => (place ? [[place.voteId, place]] : [])));
	const ranked = [...votes.values()]
		.sort((a, b) => a.publishedAt - b.publishedAt)
		.map((vote) => ({
			vote,
			clusters: clusters
				.filter(({ place }) => place?.voteId === vote.voteId)
				.sort((a, b) => (a.place?.rank ?? 0) - (b.place?.rank ?? 0))
		}));
	const others = clusters.filter(({ place }) => place === null);
	return others.length > 0 ? [...ranked, { vote: null, clusters: others }] : ranked;
}
