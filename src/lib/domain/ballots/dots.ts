import * as v from 'valibot';
import { DomainError } from '../errors.ts';
import type { BallotMethod } from './ballot-method.ts';

/** Dots a person, and the most of them on one option. */
export interface DotsRules {
	readonly method: 'dots';
	readonly budget: number;
	readonly cap: number;
}
export const DOTS_LIMITS = { budget: 20, cap: 20 } as const;

/** One person's dots: option to dots, 1 to the cap. */
export type DotsBallot = Readonly<Record<string, number>>;

const whole = (least: number, most: number) =>
	v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

/** Dot voting: everybody has the same few dots and puts several on what matters most. */
export const dots: BallotMethod<DotsRules, DotsBallot, 'dots'> = {
	unit: 'dots',
	rules: v.pipe(
		v.object({
			method: v.literal('dots'),
			budget: whole(1, DOTS_LIMITS.budget),
			cap: whole(1, DOTS_LIMITS.cap)
		}),
		v.forward(
			v.check(({ budget, cap }) => cap <= budget),
			['cap']
		)
	),
	ballot: v.record(v.string(), whole(0, Number.MAX_SAFE_INTEGER)),
	empty: {},
	/** Also throws `vote_over_cap` (details: cap) and `vote_over_budget` (details: budget, dots). */
	require(rules, options, ballot) {
		const entries = Object.entries(ballot).sort(([a], [b]) => (a < b ? -1 : 1));
		if (entries.some(([option]) => !options.has(option)))
			throw new DomainError('vote_option_unknown');
		const kept = Object.fromEntries(entries.filter(([, count]) => count > 0));
		const problem = problemOf(rules, kept);
		if (problem) throw problem;
		return kept;
	},
	given: (ballot, option) => (Object.hasOwn(ballot, option) ? (ballot[option] ?? 0) : 0),
	possible: ({ budget, cap }, people, options) => Math.min(budget, cap * options) * people
};

/** Dots of a ballot that are not placed yet. */
export function dotsLeft(ballot: DotsBallot, { budget }: Pick<DotsRules, 'budget'>): number {
	return budget - dotsPlaced(ballot);
}

/**
 * The ballot after one more dot on an option, or one less; undefined where budget, cap or an empty place do
 * not allow it.
 */
export function withDot(
	ballot: DotsBallot,
	option: string,
	by: 1 | -1,
	rules: DotsRules
): DotsBallot | undefined {
	const { [option]: placed = 0, ...others } = ballot;
	const count = placed + by;
	const next = count === 0 ? others : { ...others, [option]: count };
	return count >= 0 && problemOf(rules, next) === undefined ? next : undefined;
}

function dotsPlaced(ballot: DotsBallot): number {
	return Object.values(ballot).reduce((sum, count) => sum + count, 0);
}

function problemOf({ budget, cap }: DotsRules, ballot: DotsBallot): DomainError | undefined {
	if (Object.values(ballot).some((count) => count > cap))
		return new DomainError('vote_over_cap', { cap });
	const placed = dotsPlaced(ballot);
	return placed > budget
		? new DomainError('vote_over_budget', { budget, dots: placed })
		: undefined;
}
