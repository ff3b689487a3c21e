import * as v from 'valibot';
import { BALLOT_METHOD_NAMES, BALLOT_METHODS } from '../../domain/ballots/ballot-methods.ts';
import { COMMITMENT } from '../../domain/ballots/receipt.ts';
import { DomainError } from '../../domain/errors.ts';
import { REFERENCE_LIMIT } from '../../domain/id.ts';
import { GATE_LIMITS } from '../../gate/gate-limits.ts';

/** Most decisions of one person in one vote. */
const MOST_TURNS = 1_000_000;

/** A ballot as it is sent, before the rules of its vote are asked. */
export const BALLOT_INPUT = v.object({
	ballot: v.pipe(
		v.union(BALLOT_METHOD_NAMES.map((name) => BALLOT_METHODS[name].ballot)),
		v.description(
			'The whole ballot in the form of the vote’s method: for dots option to dots, for approval the ' +
				'accepted options. An empty one takes the earlier one back.'
		)
	),
	turn: v.pipe(
		v.number(),
		v.integer(),
		v.minValue(1),
		v.maxValue(MOST_TURNS),
		v.description('The number of the person’s decision; a later one is higher.')
	),
	commitment: v.pipe(
		v.nullish(v.pipe(v.string(), v.regex(COMMITMENT)), null),
		v.description('What the device commits to, 64 hexadecimal digits; null without a receipt.')
	)
});

/** A ballot that names every option of the largest vote, each with its dots, and what stands around them. */
export const BALLOT_BODY = {
	bytes: GATE_LIMITS.entries * (REFERENCE_LIMIT + 16) + 1024,
	values: GATE_LIMITS.entries + 10
};

/** A ballot as a person sent it. */
export type SentBallot = v.InferOutput<typeof BALLOT_INPUT>;

/** Throws `invalid_input`; what the vote's own rules say is checked by `requireBallot`. */
export function parseBallot(body: unknown): SentBallot {
	const parsed = v.safeParse(BALLOT_INPUT, body, { abortEarly: true });
	if (parsed.success) return parsed.output;
	throw new DomainError('invalid_input', { field: v.getDotPath(parsed.issues[0]) ?? 'ballot' });
}
