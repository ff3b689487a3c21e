import type {
	BallotMethodName,
	BallotUnit,
	RulesOf,
	VoteRules
} from '#lib/domain/ballots/ballot-methods.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';

/** What is counted in a vote, with its number, for pages and documents alike. */
export const UNIT_WORDS: Readonly<Record<BallotUnit, typeof m.votes_dots>> = {
	dots: m.votes_dots,
	approvals: m.votes_approvals
};

/** The same as the head of a column. */
export const UNIT_HEADS: Readonly<Record<BallotUnit, typeof m.votes_unit_dots>> = {
	dots: m.votes_unit_dots,
	approvals: m.votes_unit_approvals
};

interface Options {
	readonly locale: Locale;
}

const RULES_WORDS: {
	readonly [Name in BallotMethodName]: (rules: RulesOf<Name>, options: Options) => string;
} = {
	dots: ({ budget, cap }, options) => m.votes_dots_rules({ budget, cap }, options),
	approval: (_rules, options) => m.votes_approval_rules({}, options)
};

/** What is set of a vote, in a sentence. */
export function rulesWords(rules: VoteRules, locale: Locale): string {
	// The compiler cannot follow that the words of a method take its rules.
	const words = RULES_WORDS[rules.method] as (rules: VoteRules, options: Options) => string;
	return words(rules, { locale });
}
