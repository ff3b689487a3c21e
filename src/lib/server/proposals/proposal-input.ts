import * as v from 'valibot';
import { DomainError } from '../../domain/errors.ts';
import {
	PROPOSAL_LINKS,
	PROPOSAL_STATUSES,
	PROPOSAL_TEXT_LIMIT
} from '../../domain/proposals/proposal.ts';
import type { ProposalDraft } from './proposal.service.ts';

const links = (description: string) =>
	v.optional(
		v.pipe(v.array(v.string()), v.maxLength(PROPOSAL_LINKS), v.description(description)),
		[]
	);

/** A proposal as it is sent. */
export const PROPOSAL_INPUT = v.object({
	text: v.pipe(
		v.partial(v.object({ ar: v.string(), fr: v.string(), en: v.string() })),
		v.description(`In one language at least; at most ${PROPOSAL_TEXT_LIMIT} characters each.`)
	),
	status: v.optional(v.picklist(PROPOSAL_STATUSES), 'draft'),
	clusterIds: links('The clusters that it grew from.'),
	noteKeys: links('The notes that it grew from, each as `<board>/<key>`.')
});

/** The texts in three languages and as many links as a proposal has, each some 60 bytes. */
export const PROPOSAL_BODY = { bytes: 256 * 1024, values: 2 * PROPOSAL_LINKS + 20 };

/** Throws `invalid_input` (details: field). */
export function parseProposal(sent: unknown): ProposalDraft {
	const result = v.safeParse(PROPOSAL_INPUT, sent);
	if (result.success) return result.output;
	const field = v.getDotPath(result.issues[0]);
	throw new DomainError('invalid_input', field === null ? {} : { field });
}
