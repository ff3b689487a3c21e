import { DomainError } from '#lib/domain/errors.ts';
import { figuresBody } from '#lib/server/api/figure.api.ts';
import { guardedEndpoint } from '#lib/server/http/guarded-endpoint.ts';
import type { RequestEvent } from './$types';

export const GET = guardedEndpoint(async ({ locals, params }: RequestEvent) => {
	const actor = locals.account ?? (await locals.guest(params.workshop));
	if (!actor) throw new DomainError('not_signed_in');
	const figures = await locals.app.figures.shown(actor, params.workshop);
	return Response.json(figuresBody(figures), { headers: { 'cache-control': 'no-store' } });
});
