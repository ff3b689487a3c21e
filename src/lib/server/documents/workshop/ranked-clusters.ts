import type { ProposalMaterial } from '../../proposals/proposal.service.ts';
import type { DocumentVote } from './gather-votes.ts';
import type { RankedCluster } from './workshop-sections.ts';

/** The clusters by rank where there was a vote, else those with most notes first. */
export function rankedClusters(
	{ clusters }: ProposalMaterial,
	votes: readonly DocumentVote[]
): RankedCluster[] {
	const places = new Map(votes.at(-1)?.options.map((option) => [option.clusterId, option]));
	const ranked = clusters.map(({ id, title, notes, dots, rank }) => ({
		title,
		notes: notes.length,
		dots,
		rank,
		tied: places.get(id)?.tied ?? false
	}));
	return votes.length > 0 ? ranked : ranked.sort((a, b) => b.notes - a.notes);
}
