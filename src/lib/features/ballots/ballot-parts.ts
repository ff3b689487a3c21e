import type { Component } from 'svelte';
import type { VoteOption } from '#lib/domain/votes/vote.ts';

/** What a method's part at one option of a ballot is given. */
export interface ChoiceProps<Rules, Ballot> {
	readonly rules: Rules;
	/** As chosen on this device. */
	readonly ballot: Ballot;
	readonly option: VoteOption;
	/** The whole ballot after a touch; undefined where the rules leave no room for it. */
	readonly onchoose: (next: Ballot | undefined) => void;
}

/** What a method's part in the head of a ballot is given. */
export interface LeftProps<Rules, Ballot> {
	readonly rules: Rules;
	readonly ballot: Ballot;
}

/** What a method's mark beside a result is given. */
export interface OwnProps<Ballot> {
	/** What this device voted, which nobody else is told. */
	readonly ballot: Ballot;
	readonly option: string;
}

/** What a way of voting looks like on phones. */
export interface BallotFeatures<Rules, Ballot> {
	readonly question: () => string;
	/** How to fill it in, in a line. */
	readonly how: (rules: Rules) => string;
	/** Said where the rules leave no room for a touch. */
	readonly full: () => string;
	/** What is left, or was chosen, so far. */
	readonly Left: Component<LeftProps<Rules, Ballot>>;
	/** The part at one option. */
	readonly Choice: Component<ChoiceProps<Rules, Ballot>>;
	/** Marks what this device gave to an option, beside its result. */
	readonly Own: Component<OwnProps<Ballot>>;
	/** The part at each option takes a line of its own. */
	readonly wide: (rules: Rules) => boolean;
}
