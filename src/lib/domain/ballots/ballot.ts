import * as v from 'valibot';
import { DomainError } from '../errors.ts';
import type { OptionRefs } from './ballot-method.ts';
import { methodOf, type Ballot, type VoteRules } from './ballot-methods.ts';

/**
 * A whole ballot as it was sent, checked against the rules and options of its vote, in its canonical form.
 * Throws `invalid_input` (details: field) for another form, `too_many_items` for more choices than options,
 * and what the method throws.
 */
export function requireBallot(rules: VoteRules, options: OptionRefs, sent: unknown): Ballot {
	const method = methodOf(rules);
	if (sizeOf(sent) > options.size) throw new DomainError('too_many_items', { limit: options.size });
	const parsed = v.safeParse(method.ballot, sent, { abortEarly: true });
	if (!parsed.success) throw new DomainError('invalid_input', { field: 'ballot' });
	return method.require(rules, options, parsed.output);
}

/** What names the options of a vote in its ballots. */
export function refsOf(options: readonly { readonly ref: string }[]): OptionRefs {
	return new Set(options.map(({ ref }) => ref));
}

/** It gives nothing to any option, as one that takes an earlier ballot back. */
export function isEmptyBallot(ballot: Ballot): boolean {
	return sizeOf(ballot) === 0;
}

/** The same choice; both in the canonical form. */
export function sameBallot(a: Ballot, b: Ballot): boolean {
	return ballotText(a) === ballotText(b);
}

/** A ballot in its canonical form as text: what is stored, compared and committed to. */
export function ballotText(ballot: Ballot): string {
	return JSON.stringify(ballot);
}

function sizeOf(value: unknown): number {
	return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}
