import type { BallotUnit } from './ballot-methods.ts';
import { methodOf, type Ballot, type VoteRules } from './ballot-methods.ts';

/** What ballots come to. */
export interface Tally {
	readonly unit: BallotUnit;
	/** Option to what all ballots give it together, 0 included, in the order of the options. */
	readonly scores: ReadonlyMap<string, number>;
	/** Option to the ballots that give it anything. */
	readonly supporters: ReadonlyMap<string, number>;
	/** All that was given. */
	readonly cast: number;
	/** Ballots that give anything. */
	readonly voters: number;
}

/** Counts ballots, each in its canonical form. Rule [VO7]. */
export function tallyBallots(
	rules: VoteRules,
	options: readonly string[],
	ballots: readonly Ballot[]
): Tally {
	const { unit, given } = methodOf(rules);
	const scores = new Map(options.map((option) => [option, 0]));
	const supporters = new Map(scores);
	let cast = 0;
	let voters = 0;
	for (const ballot of ballots) {
		let all = 0;
		for (const option of options) {
			const amount = given(ballot, option);
			if (amount === 0) continue;
			all += amount;
			scores.set(option, (scores.get(option) ?? 0) + amount);
			supporters.set(option, (supporters.get(option) ?? 0) + 1);
		}
		cast += all;
		if (all > 0) voters++;
	}
	return { unit, scores, supporters, cast, voters };
}
