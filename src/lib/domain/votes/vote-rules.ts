import * as v from 'valibot';

/** Dot voting on the clusters: dots a person, and the most on one cluster. */
export interface VoteRules {
	readonly budget: number;
	readonly cap: number;
}
export const VOTE_RULE_LIMITS = { budget: 20, cap: 20 } as const;
export const DEFAULT_VOTE_RULES: VoteRules = { budget: 5, cap: 2 };

const dots = (limit: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limit));

/** Whole numbers from 1 within {@link VOTE_RULE_LIMITS}, the cap at most the budget. */
export const voteRulesSchema = v.pipe(
	v.object({ budget: dots(VOTE_RULE_LIMITS.budget), cap: dots(VOTE_RULE_LIMITS.cap) }),
	v.forward(
		v.check(({ budget, cap }) => cap <= budget),
		['cap']
	)
);
