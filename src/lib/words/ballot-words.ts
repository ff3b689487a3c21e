import type { BallotUnit } from '#lib/domain/ballots/ballot-methods.ts';
import { m } from '#lib/paraglide/messages.js';

/** What is counted in a vote, with its number, for pages and documents alike. */
export const UNIT_WORDS: Readonly<Record<BallotUnit, typeof m.votes_dots>> = {
	dots: m.votes_dots,
	approvals: m.votes_approvals
};
