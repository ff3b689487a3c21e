import { expect, test } from 'vitest';
import { provenanceOf, type ProposalSource } from './provenance.ts';

function source(
	id: string,
	clusterIds: string[],
	refs: string[],
	categories: string[]
): ProposalSource {
	return {
		id,
		workshopId: 'w',
		number: 1,
		text: { ar: id },
		status: 'adopted',
		clusterIds,
		noteKeys: refs,
		version: 1,
		clusters: clusterIds.map((cluster) => ({ id: cluster, title: {}, place: null })),
		notes: refs.map((ref) => ({ ref, activityId: 'a', columnId: 'S', text: ref, editedBy: null })),
		categories: categories.map((category) => ({ id: category, name: {} })),
		actions: []
	};
}

test('[PL4] an action names each cluster, note and category of its proposals once', () => {
	const sources = [
		source('p1', ['k1'], ['a/1', 'a/2'], ['c1']),
		source('p2', ['k1', 'k2'], ['a/2', 'a/3'], ['c1', 'c2']),
		source('p3', ['k3'], ['a/4'], ['c3'])
	];
	const chain = provenanceOf(['p2', 'p1', 'gone'], sources);
	expect(chain.proposals.map(({ id }) => id)).toEqual(['p1', 'p2']);
	expect(chain.clusters.map(({ id }) => id)).toEqual(['k1', 'k2']);
	expect(chain.notes.map(({ ref }) => ref)).toEqual(['a/1', 'a/2', 'a/3']);
	expect(chain.categories.map(({ id }) => id)).toEqual(['c1', 'c2']);
});

test('[PL4] an action without a proposal has no provenance', () => {
	expect(provenanceOf([], [source('p1', ['k1'], [], [])]).clusters).toEqual([]);
});
