import type { ProposalMaterial } from '../../proposals/proposal.service.ts';
import type { DocumentVote } from './gather-votes.ts';
import type { RankedCluster } from './workshop-sections.ts';

/**
 * What was voted on in the votes that are cited, by rank as their records have it, whatever became of a
 * cluster since; then the clusters that stand and were not voted on, those with most notes first.
 */
export function rankedClusters(
	{ clusters }: ProposalMaterial,
	cited: readonly DocumentVote[]
): RankedCluster[] {
	const voted = cited.flatMap(({ unit, outcome }) =>
		(outcome?.options ?? []).map((option) => ({ ...option, unit }))
	);
	const notesOf = (ref: string): number | null =>
		clusters.find(({ id }) => id === ref)?.notes.length ?? null;
	const refs = new Set(voted.map(({ ref }) => ref));
	const others = clusters
		.filter(({ id }) => !refs.has(id))
		.map(({ title, notes }) => ({ title, notes: notes.length, place: null }))
		.sort((a, b) => b.notes - a.notes);
	return [
		...voted.map(({ ref, title, ...place }) => ({ title, notes: notesOf(ref), place })),
		...others
	];
}
