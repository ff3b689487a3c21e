import { expect, test } from 'vitest';
import type { SourceCluster } from '#lib/domain/proposals/provenance.ts';
import { clustersByVote } from './clusters-by-vote.ts';

function cluster(id: string, vote?: string, publishedAt = 0, rank = 1): SourceCluster {
	const place = vote && {
		voteId: vote,
		activityTitle: { en: vote },
		publishedAt,
		rank,
		score: 1,
		tied: false,
		unit: 'dots' as const
	};
	return { id, title: { en: id }, place: place || null };
}

const told = (clusters: readonly SourceCluster[]) =>
	clustersByVote(clusters).map((group) => [
		group.vote?.voteId ?? null,
		group.clusters.map(({ id }) => id)
	]);

test('[PR13] ranks stand under the vote that they are of, and what has none stands last', () => {
	const mixed = [
		cluster('a', 'second', 2, 1),
		cluster('b', 'first', 1, 1),
		cluster('c', 'second', 2, 2),
		cluster('d', 'first', 1, 2),
		cluster('e')
	];
	expect(told(mixed)).toEqual([
		['first', ['b', 'd']],
		['second', ['a', 'c']],
		[null, ['e']]
	]);
	expect(told([cluster('a')])).toEqual([[null, ['a']]]);
	expect(told([])).toEqual([]);
});
