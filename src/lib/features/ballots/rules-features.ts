import type { Component } from 'svelte';
import {
	DEFAULT_VOTE_RULES,
	type BallotMethodName,
	type RulesOf,
	type VoteRules
} from '#lib/domain/ballots/ballot-methods.ts';
import { m } from '#lib/paraglide/messages.js';
import DotsRulesFields from './dots/RulesFields.svelte';

/** What a way of voting looks like where it is prepared. */
interface RulesFeatures<Rules> {
	readonly name: () => string;
	/** What people do in it, in a few words. */
	readonly hint: () => string;
	/** The rules in a line. */
	readonly words: (rules: Rules) => string;
	/** What is set of it at first. */
	readonly starting: Rules;
	/** The fields of what can be set, sent as `parameters.vote.…`; null where there is nothing to set. */
	readonly Fields: Component<{ rules: Rules }, object, 'rules'> | null;
}

/** The preparing pages' part of each way of voting. */
export const RULES_FEATURES: {
	readonly [Name in BallotMethodName]: RulesFeatures<RulesOf<Name>>;
} = {
	dots: {
		name: m.votes_method_dots,
		hint: m.votes_method_dots_hint,
		words: ({ budget, cap }) => m.votes_dots_rules({ budget, cap }),
		starting: DEFAULT_VOTE_RULES,
		Fields: DotsRulesFields
	},
	approval: {
		name: m.votes_method_approval,
		hint: m.votes_method_approval_hint,
		words: m.votes_method_approval_hint,
		starting: { method: 'approval' },
		Fields: null
	}
};

/** The fields for rules, null where their method has nothing to set. */
export function rulesFieldsOf(
	rules: VoteRules
): Component<{ rules: VoteRules }, object, 'rules'> | null {
	return RULES_FEATURES[rules.method].Fields as unknown as ReturnType<typeof rulesFieldsOf>;
}

/** Rules in a line. */
export function rulesWords(rules: VoteRules): string {
	const { words } = RULES_FEATURES[rules.method] as unknown as RulesFeatures<VoteRules>;
	return words(rules);
}
