import type { RequestHandler } from './$types';

/** 200 when the database answers (it is migrated before anything is served) and can be written, else 503. */
export const GET: RequestHandler = async ({ locals }) => {
	const trouble = await locals.app.ready().catch(() => 'no database');
	return new Response(trouble === null ? 'ready\n' : `not ready: ${trouble}\n`, {
		status: trouble === null ? 200 : 503,
		headers: { 'cache-control': 'no-store' }
	});
};
