import type { RequestHandler } from './$types';

/** 200 when the database answers (it is migrated before anything is served), else 503. */
export const GET: RequestHandler = async ({ locals }) => {
	const ready = await locals.app.ready().catch(() => false);
	return new Response(ready ? 'ready\n' : 'not ready\n', {
		status: ready ? 200 : 503,
		headers: { 'cache-control': 'no-store' }
	});
};
