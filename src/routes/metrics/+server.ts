import { isOwnMachine } from '#lib/server/metrics/is-own-machine.ts';
import type { RequestHandler } from './$types';

/** Prometheus' text format, for this machine alone. */
export const GET: RequestHandler = async ({ locals, request, getClientAddress }) => {
	if (!isOwnMachine(getClientAddress(), request.headers))
		return new Response(null, { status: 404 });
	const { contentType, text } = await locals.app.metrics.read();
	return new Response(text, { headers: { 'content-type': contentType } });
};
