import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ballotText, isEmptyBallot, requireBallot, sameBallot } from './ballot.ts';
import { BALLOT_METHOD_NAMES, methodOf, type Ballot, type VoteRules } from './ballot-methods.ts';
import { withDot } from './dots.ts';
import { commitmentTo, sha256 } from './receipt.ts';
import { tallyBallots } from './tally.ts';

const DOTS: VoteRules = { method: 'dots', budget: 5, cap: 2 };
const APPROVAL: VoteRules = { method: 'approval' };
const OPTIONS = ['k1', 'k2', 'k3'];
const check = (rules: VoteRules, sent: unknown) => requireBallot(rules, new Set(OPTIONS), sent);

test.each<[VoteRules, unknown, Ballot]>([
	[DOTS, { k3: 1, k1: 2, k2: 2 }, { k1: 2, k2: 2, k3: 1 }],
	[DOTS, { k1: 1, k2: 0 }, { k1: 1 }],
	[DOTS, {}, {}],
	[APPROVAL, ['k3', 'k1'], ['k1', 'k3']],
	[APPROVAL, ['k1', 'k1'], ['k1']],
	[APPROVAL, [], []]
])('[VO3] %j: %j is kept in its canonical form', (rules, sent, kept) => {
	expect(ballotText(check(rules, sent))).toBe(ballotText(kept));
});

test.each<[VoteRules, unknown, string]>([
	[DOTS, { k9: 1 }, 'vote_option_unknown'],
	[DOTS, { k9: 0 }, 'vote_option_unknown'],
	[DOTS, { k1: 3 }, 'vote_over_cap'],
	[DOTS, { k1: 2, k2: 2, k3: 2 }, 'vote_over_budget'],
	[DOTS, { k1: -1 }, 'invalid_input'],
	[DOTS, { k1: 0.5 }, 'invalid_input'],
	[DOTS, { k1: Number.NaN }, 'invalid_input'],
	[DOTS, { k1: 0, k2: 0, k3: 0, k4: 0 }, 'too_many_items'],
	[DOTS, ['k1'], 'invalid_input'],
	[DOTS, null, 'invalid_input'],
	[APPROVAL, ['k9'], 'vote_option_unknown'],
	[APPROVAL, { k1: 1 }, 'invalid_input'],
	[APPROVAL, [1], 'invalid_input'],
	[APPROVAL, ['k1', 'k1', 'k1', 'k1'], 'too_many_items'],
	[APPROVAL, 'k1', 'invalid_input']
])('[VO3] %j: %j is refused: %s', (rules, sent, code) => {
	expect(() => check(rules, sent)).toThrow(code);
});

test('[VO3] an empty ballot of each method gives nothing, and takes an earlier one back', () => {
	for (const name of BALLOT_METHOD_NAMES) {
		const rules: VoteRules = { dots: DOTS, approval: APPROVAL }[name];
		const { empty, given } = methodOf(rules);
		expect(isEmptyBallot(empty)).toBe(true);
		expect(sameBallot(check(rules, empty), empty)).toBe(true);
		expect(OPTIONS.map((option) => given(empty, option))).toEqual([0, 0, 0]);
	}
});

test('[PP6] a dot is placed and taken back; an option without dots leaves the ballot', () => {
	const rules = { method: 'dots', budget: 3, cap: 2 } as const;
	expect(withDot({}, 'a', 1, rules)).toEqual({ a: 1 });
	expect(withDot({ a: 1, b: 1 }, 'a', -1, rules)).toEqual({ b: 1 });
	// Neither the cap nor the budget can be passed, nor a dot taken that is not there.
	expect(withDot({ a: 2 }, 'a', 1, rules)).toBeUndefined();
	expect(withDot({ a: 2, b: 1 }, 'c', 1, rules)).toBeUndefined();
	expect(withDot({ a: 1 }, 'b', -1, rules)).toBeUndefined();
});

test('[VO7] totals are the sums of the ballots, supporters the ballots that give anything', () => {
	fc.assert(
		fc.property(
			fc.array(fc.record(Object.fromEntries(OPTIONS.map((option) => [option, fc.nat(2)])))),
			(sent) => {
				const rules: VoteRules = { method: 'dots', budget: 6, cap: 2 };
				const ballots = sent.map((one) => check(rules, one)) as Readonly<Record<string, number>>[];
				const { scores, supporters, cast, voters } = tallyBallots(rules, OPTIONS, ballots);
				for (const option of OPTIONS) {
					const given = ballots.map((ballot) => ballot[option] ?? 0);
					expect(scores.get(option)).toBe(given.reduce((sum, dots) => sum + dots, 0));
					expect(supporters.get(option)).toBe(given.filter((dots) => dots > 0).length);
				}
				expect(cast).toBe([...scores.values()].reduce((sum, dots) => sum + dots, 0));
				expect(voters).toBe(ballots.filter((ballot) => !isEmptyBallot(ballot)).length);
			}
		)
	);
});

test('[VO7] approvals count one an option, and most are those of everybody to all', () => {
	const tally = tallyBallots(APPROVAL, OPTIONS, [['k1', 'k2'], ['k1'], []]);
	expect([...tally.scores]).toEqual([
		['k1', 2],
		['k2', 1],
		['k3', 0]
	]);
	expect([tally.unit, tally.cast, tally.voters]).toEqual(['approvals', 3, 2]);
	expect(methodOf(APPROVAL).possible(APPROVAL, 7, 3)).toBe(21);
	expect(methodOf(DOTS).possible(DOTS, 7, 3)).toBe(35);
});

test('[VO14] a commitment follows from vote, secret and ballot, and from each of them', () => {
	const of = (vote: string, secret: string, ballot: Ballot) => commitmentTo(vote, secret, ballot);
	expect(of('v', 's', { k1: 2 })).toBe(of('v', 's', check(DOTS, { k1: 2, k2: 0 })));
	const others = [
		of('w', 's', { k1: 2 }),
		of('v', 't', { k1: 2 }),
		of('v', 's', { k1: 1 }),
		of('v', 's', ['k1'])
	];
	expect(new Set([of('v', 's', { k1: 2 }), ...others]).size).toBe(5);
	// The published test vector of SHA-256 for "abc" (FIPS 180-2).
	expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
