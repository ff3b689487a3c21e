import * as v from 'valibot';
import { DomainError } from '../../domain/errors.ts';
import type { Ballot } from '../../domain/votes/ballot.ts';
import { WORKSHOP_LIMITS } from '../../domain/workshops/workshop.ts';

/** A whole ballot as it is sent: cluster to dots. Clusters without dots may be left out. */
export const BALLOT_INPUT = v.object({
	dots: v.pipe(
		v.record(v.string(), v.pipe(v.number(), v.integer(), v.minValue(0))),
		v.description('Cluster to dots, the whole ballot. An empty one takes the earlier one back.')
	)
});

/** Most clusters that a ballot may name; more is no ballot. */
const MOST_OPTIONS = WORKSHOP_LIMITS.expected;

/** Throws `invalid_input`; what the vote's own rules say is checked by `requireBallot`. */
export function parseBallot(body: unknown): Ballot {
	const parsed = v.safeParse(BALLOT_INPUT, body);
	if (!parsed.success) throw new DomainError('invalid_input', { field: 'dots' });
	const entries = Object.entries(parsed.output.dots);
	if (entries.length > MOST_OPTIONS) throw new DomainError('invalid_input', { field: 'dots' });
	return new Map(entries);
}
