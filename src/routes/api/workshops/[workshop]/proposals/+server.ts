import { DomainError } from '#lib/domain/errors.ts';
import { createdProposalBody, proposalsBody } from '#lib/server/api/proposal.api.ts';
import { readJson } from '#lib/server/api/read-json.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import { PROPOSAL_BODY, parseProposal } from '#lib/server/proposals/proposal-input.ts';
import type { RequestEvent } from './$types';

export const GET = guardedEndpoint(async ({ locals, params }: RequestEvent) => {
	if (!locals.account) throw new DomainError('not_signed_in');
	const proposals = await locals.app.proposals.list(locals.account, params.workshop);
	return Response.json(proposalsBody(proposals), { headers: { 'cache-control': 'no-store' } });
});

export const POST = guardedEndpoint(async ({ locals, params, request }: RequestEvent) => {
	if (!locals.account) throw new DomainError('not_signed_in');
	const draft = parseProposal(await readJson(request, PROPOSAL_BODY));
	const id = await locals.app.proposals.create(locals.account, params.workshop, draft);
	return Response.json(createdProposalBody(id), { status: 201 });
});
