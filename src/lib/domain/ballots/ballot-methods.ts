import * as v from 'valibot';
import { approval, type ApprovalBallot, type ApprovalRules } from './approval.ts';
import type { BallotMethod } from './ballot-method.ts';
import { dots, type DotsBallot, type DotsRules } from './dots.ts';

/** Rules, ballot and unit of each way of voting. A new one is added here and in {@link BALLOT_METHODS}. */
interface Methods {
	dots: { rules: DotsRules; ballot: DotsBallot; unit: 'dots' };
	approval: { rules: ApprovalRules; ballot: ApprovalBallot; unit: 'approvals' };
}

export type BallotMethodName = keyof Methods;
export type RulesOf<Name extends BallotMethodName> = Methods[Name]['rules'];
export type BallotOf<Name extends BallotMethodName> = Methods[Name]['ballot'];

/** What a method counts. */
export type BallotUnit = Methods[BallotMethodName]['unit'];

/** What is set of a vote, told apart by its method. */
export type VoteRules = RulesOf<BallotMethodName>;

/** One person's ballot, as JSON, in the form that the vote's method gives it. */
export type Ballot = BallotOf<BallotMethodName>;

/** Every way of voting. */
export const BALLOT_METHODS: {
	readonly [Name in BallotMethodName]: BallotMethod<
		RulesOf<Name>,
		BallotOf<Name>,
		Methods[Name]['unit']
	>;
} = { dots, approval };

/** The methods in the order in which they are offered. */
export const BALLOT_METHOD_NAMES = Object.keys(BALLOT_METHODS) as readonly BallotMethodName[];

export const DEFAULT_VOTE_RULES: DotsRules = { method: 'dots', budget: 5, cap: 2 };

/** Rules of any method, checked against its limits. The compiler cannot follow a list of schemas here. */
export const voteRulesSchema = v.variant(
	'method',
	BALLOT_METHOD_NAMES.map((name) => BALLOT_METHODS[name].rules) as never
) as v.GenericSchema<unknown, VoteRules>;

/**
 * The method that a vote's rules name. The compiler cannot follow that rules and ballot of one vote belong
 * together: they are checked when the vote is opened and when the ballot comes.
 */
export function methodOf(rules: VoteRules): BallotMethod<VoteRules, Ballot, BallotUnit> {
	return BALLOT_METHODS[rules.method];
}
