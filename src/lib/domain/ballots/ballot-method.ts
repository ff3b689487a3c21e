import type * as v from 'valibot';

/** Options of a vote by what names them, in any order. */
export type OptionRefs = ReadonlySet<string>;

/**
 * A way of voting: what is set of it, what a ballot is, and what a ballot gives to an option. `Rules` and
 * `Ballot` are JSON values, as they are stored, sent and shown. Votes, phones and documents ask the method
 * and never compare its name.
 */
export interface BallotMethod<Rules, Ballot, Unit = string> {
	/** What it counts. */
	readonly unit: Unit;
	/** Checks rules against their limits. The field `method` names the method. */
	readonly rules: v.GenericSchema<unknown, Rules>;
	/** The form of a ballot, before the rules and options of a vote are asked. */
	readonly ballot: v.GenericSchema<unknown, Ballot>;
	/** A ballot that gives nothing; sent, it takes an earlier one back. */
	readonly empty: Ballot;
	/**
	 * Checks a whole ballot against the rules and options of its vote and gives it in its one canonical form:
	 * two ballots that say the same are equal as JSON. Throws `vote_option_unknown` and what the method says.
	 */
	require(rules: Rules, options: OptionRefs, ballot: Ballot): Ballot;
	/** What the ballot gives to an option, in the method's unit; 0 for nothing. */
	given(ballot: Ballot, option: string): number;
	/** Most that `people` could give together to `options` options. */
	possible(rules: Rules, people: number, options: number): number;
}
