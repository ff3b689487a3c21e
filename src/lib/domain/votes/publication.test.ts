import { expect, test } from 'vitest';
import type { VoteRules } from '../ballots/ballot-methods.ts';
import { partitionOf } from '../groups/partition.ts';
import { fingerprintOf } from './fingerprint.ts';
import { countVote, type CountedBallot, type Publication } from './publication.ts';

const DOTS: VoteRules = { method: 'dots', budget: 3, cap: 2 };
const OPTIONS = ['k1', 'k2', 'k3'].map((ref) => ({ kind: 'cluster' as const, ref, title: {} }));

/** Ballots of a category, each as the dots on the three options. */
const ballots = (categoryId: string, ...dots: (readonly number[])[]): CountedBallot[] =>
	dots.map((own, at) => ({
		ballot: Object.fromEntries(
			OPTIONS.flatMap(({ ref }, option) => (own[option] ? [[ref, own[option]]] : []))
		),
		categoryId,
		commitment: `${categoryId}${at}`
	}));
const count = (cast: readonly CountedBallot[], people: Record<string, number>): Publication =>
	countVote({
		vote: { id: 'v', rules: DOTS },
		options: OPTIONS,
		electorate: Object.values(people).reduce((sum, size) => sum + size, 0),
		ballots: cast,
		partition: partitionOf(
			Object.keys(people).map((id) => ({ id, expected: 0 })),
			new Map(Object.entries(people)),
			3
		),
		floor: 3
	});

test('[VO7] the record has totals, dense ranks with ties, what was possible and who voted', () => {
	const record = count(ballots('a', [2, 1], [0, 1, 1], [1, 1, 1], [1]), { a: 6 });
	expect(
		record.outcome?.options.map(({ ref, score, rank, tied }) => [ref, score, rank, tied])
	).toEqual([
		['k1', 4, 1, false],
		['k2', 3, 2, false],
		['k3', 2, 3, false]
	]);
	expect(record).toMatchObject({
		voteId: 'v',
		unit: 'dots',
		electorate: 6,
		voters: 4,
		outcome: { cast: 9, possible: 18 },
		commitments: ['a0', 'a1', 'a2', 'a3']
	});
});

test('[VO13] of fewer voters than the floor and one nothing is told but that they voted', () => {
	const record = count(ballots('a', [2], [1], [0, 1]), { a: 5, b: 4 });
	expect(record).toMatchObject({ electorate: 9, voters: 3, outcome: null, groups: null });
	expect(record.commitments).toEqual([]);
	expect(JSON.stringify(record)).not.toContain('score');
});

test('[VO9] groups of ten voters and more are told exactly, smaller ones in thirds', () => {
	const ten = Array.from({ length: 10 }, (_, at) => (at < 4 ? [2, 1] : [0, 0, 1]));
	const record = count([...ballots('a', ...ten), ...ballots('b', [1], [1], [1], [0, 0, 1])], {
		a: 12,
		b: 5
	});
	expect(record.groups).toEqual([
		{
			categoryIds: ['a'],
			voters: 10,
			support: {
				k1: { score: 8, supporters: 4 },
				k2: { score: 4, supporters: 4 },
				k3: { score: 6, supporters: 6 }
			}
		},
		{
			categoryIds: ['b'],
			voters: 4,
			support: { k1: { band: 'most' }, k2: { band: 'few' }, k3: { band: 'few' } }
		}
	]);
});

test('[VO9] small categories are told together, and a withheld figure says why', () => {
	const record = count(
		[...ballots('a', [1], [1], [1], [1]), ...ballots('b', [1]), ...ballots('c', [1], [1])],
		{ a: 5, b: 2, c: 2 }
	);
	// Three of the four people of b and c voted: too few, and a would tell them by subtraction.
	expect(record.groups).toEqual([
		{ categoryIds: ['a'], withheld: 'derivable' },
		{ categoryIds: ['b', 'c'], withheld: 'small' }
	]);
});

test('[VO14] the fingerprint is nine characters of all that everybody is shown, and of nothing else', () => {
	const record = count(ballots('a', [2, 1], [0, 1, 1], [1, 1, 1], [1]), { a: 6 });
	const print = fingerprintOf(record);
	expect(print).toMatch(/^[2-9A-HJKMNP-Z]{3} [2-9A-HJKMNP-Z]{3} [2-9A-HJKMNP-Z]{3}$/);
	const over = (change: Partial<Publication>) => fingerprintOf({ ...record, ...change });
	// As it comes over the wire, where titles stand in one language and groups are left out.
	expect(
		fingerprintOf(JSON.parse(JSON.stringify({ ...record, groups: null })) as Publication)
	).toBe(print);
	const { outcome, commitments } = record;
	const changed = [
		over({ electorate: 7 }),
		over({ voters: 5 }),
		over({ commitments: commitments.slice(1) }),
		over({ commitments: [...commitments.slice(1), 'forged'] }),
		over({ rules: { ...DOTS, budget: 4 } }),
		over({
			outcome: outcome && {
				...outcome,
				options: outcome.options.map((option) => ({ ...option, score: option.score + 1 }))
			}
		})
	];
	expect(new Set([print, ...changed]).size).toBe(changed.length + 1);
});
