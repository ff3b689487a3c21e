import * as v from 'valibot';
import { PROPOSAL_STATUSES } from '../../domain/proposals/proposal.ts';
import type { ProposalSource } from '../../domain/proposals/provenance.ts';
import { PROPOSAL_INPUT } from '../proposals/proposal-input.ts';
import type { Operation } from './operation.ts';

const CREATED = v.object({ proposalId: v.string() });

const PROPOSALS = v.object({
	proposals: v.array(
		v.object({
			proposalId: v.string(),
			number: v.pipe(v.number(), v.description('From 1 in the order of creation.')),
			text: v.partial(v.object({ ar: v.string(), fr: v.string(), en: v.string() })),
			status: v.picklist(PROPOSAL_STATUSES),
			version: v.number(),
			clusterIds: v.array(v.string()),
			noteKeys: v.pipe(
				v.array(v.string()),
				v.description(
					'Each as `<board>/<key>` for those who may write proposals; for readers a name in its place, which changes when the server starts anew.'
				)
			),
			categoryIds: v.pipe(
				v.array(v.string()),
				v.description('Categories that were heard, where enough of their people joined.')
			),
			actions: v.array(v.object({ actionId: v.string(), code: v.string() }))
		})
	)
});

/** The body of `GET /api/workshops/{workshop}/proposals`. */
export function proposalsBody(
	proposals: readonly ProposalSource[]
): v.InferInput<typeof PROPOSALS> {
	return {
		proposals: proposals.map((proposal) => ({
			proposalId: proposal.id,
			number: proposal.number,
			text: proposal.text,
			status: proposal.status,
			version: proposal.version,
			clusterIds: [...proposal.clusterIds],
			noteKeys: [...proposal.noteKeys],
			categoryIds: proposal.categories.map(({ id }) => id),
			actions: proposal.actions.map(({ id, code }) => ({ actionId: id, code }))
		}))
	};
}

/** The body of `POST /api/workshops/{workshop}/proposals`. */
export function createdProposalBody(proposalId: string): v.InferInput<typeof CREATED> {
	return { proposalId };
}

const WORKSHOP = {
	name: 'workshop',
	in: 'path',
	description: 'The id of the workshop.'
} as const;

export const PROPOSAL_OPERATIONS: readonly Operation[] = [
	{
		method: 'get',
		path: '/api/workshops/{workshop}/proposals',
		id: 'readProposals',
		tag: 'reading',
		summary: 'The proposals of a workshop, with what they grew from and what grew from them',
		as: 'account',
		parameters: [WORKSHOP],
		answers: [{ status: 200, description: 'In the order of their numbers.', schema: PROPOSALS }],
		errors: ['not_signed_in', 'forbidden', 'not_found']
	},
	{
		method: 'post',
		path: '/api/workshops/{workshop}/proposals',
		id: 'createProposal',
		tag: 'planning',
		summary: 'Make a proposal from clusters and notes',
		as: 'account',
		parameters: [WORKSHOP],
		body: PROPOSAL_INPUT,
		answers: [{ status: 201, description: 'The proposal stands.', schema: CREATED }],
		errors: [
			'not_signed_in',
			'forbidden',
			'not_found',
			'text_empty',
			'text_too_long',
			'too_many_items',
			'foreign_origin'
		]
	}
];
