import type { ApprovalBallot, ApprovalRules } from '#lib/domain/ballots/approval.ts';
import { m } from '#lib/paraglide/messages.js';
import type { BallotFeatures } from '../ballot-parts.ts';
import Choice from './Choice.svelte';
import Left from './Left.svelte';
import Own from './Own.svelte';

/** The phones' part of approval voting. */
export const approval: BallotFeatures<ApprovalRules, ApprovalBallot> = {
	question: m.votes_approval_question,
	how: () => m.votes_approval_how(),
	full: m.votes_approval_how,
	Left,
	Choice,
	Own,
	wide: () => false
};
