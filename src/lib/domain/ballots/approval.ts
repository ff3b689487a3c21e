import * as v from 'valibot';
import { DomainError } from '../errors.ts';
import type { BallotMethod } from './ballot-method.ts';

/** Nothing is set of it. */
export interface ApprovalRules {
	readonly method: 'approval';
}

/** The options that a person accepts, each once. */
export type ApprovalBallot = readonly string[];

/** Approval voting (Brams and Fishburn, 1978): everybody marks each option that they accept, as many as they like. */
export const approval: BallotMethod<ApprovalRules, ApprovalBallot, 'approvals'> = {
	unit: 'approvals',
	rules: v.object({ method: v.literal('approval') }),
	ballot: v.array(v.string()),
	empty: [],
	require(_rules, options, ballot) {
		if (!ballot.every((option) => options.has(option)))
			throw new DomainError('vote_option_unknown');
		return [...new Set(ballot)].sort((a, b) => (a < b ? -1 : 1));
	},
	given: (ballot, option) => (ballot.includes(option) ? 1 : 0),
	possible: (_rules, people, options) => people * options
};
