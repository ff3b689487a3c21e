import type { VoteRules } from './vote-rules.ts';
import { DomainError } from '../errors.ts';

/** One person's dots: cluster id to number of dots (1 to the cap). */
export type Ballot = ReadonlyMap<string, number>;

/**
 * Checks a whole ballot against the rules of its vote. Throws `vote_option_unknown`, `invalid_input`
 * (not a whole number), `vote_over_cap` (details: cap) or `vote_over_budget` (details: budget, dots).
 */
export function requireBallot(
	ballot: Ballot,
	rules: VoteRules,
	options: ReadonlySet<string>
): Ballot {
	let dots = 0;
	const kept = new Map<string, number>();
	for (const [option, count] of ballot) {
		if (!options.has(option)) throw new DomainError('vote_option_unknown');
		if (!Number.isInteger(count) || count < 0)
			throw new DomainError('invalid_input', { field: 'dots' });
		if (count > rules.cap) throw new DomainError('vote_over_cap', { cap: rules.cap });
		dots += count;
		if (count > 0) kept.set(option, count);
	}
	if (dots > rules.budget)
		throw new DomainError('vote_over_budget', { budget: rules.budget, dots });
	return kept;
}
