import { expect, test } from 'vitest';
import { requireBallot } from './ballot.ts';

const RULES = { budget: 5, cap: 2 };
const OPTIONS = new Set(['k1', 'k2', 'k3']);
const check = (dots: Record<string, number>) =>
	requireBallot(new Map(Object.entries(dots)), RULES, OPTIONS);

test('[VO3] a ballot within the rules is kept, without its empty options', () => {
	expect(check({ k1: 2, k2: 2, k3: 1 })).toEqual(
		new Map([
			['k1', 2],
			['k2', 2],
			['k3', 1]
		])
	);
	expect(check({ k1: 1, k2: 0 })).toEqual(new Map([['k1', 1]]));
	expect(check({})).toEqual(new Map());
});

test.each([
	[{ k9: 1 }, 'vote_option_unknown'],
	[{ k9: 0 }, 'vote_option_unknown'],
	[{ k1: 3 }, 'vote_over_cap'],
	[{ k1: 2, k2: 2, k3: 2 }, 'vote_over_budget'],
	[{ k1: -1 }, 'invalid_input'],
	[{ k1: 0.5 }, 'invalid_input'],
	[{ k1: Number.NaN }, 'invalid_input']
])('[VO3] %j is refused: %s', (dots, code) => {
	expect(() => check(dots)).toThrow(code);
});
