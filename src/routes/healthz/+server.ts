import type { RequestHandler } from './$types';

/** 200 as long as the process answers. */
export const GET: RequestHandler = () =>
	new Response('ok\n', { headers: { 'cache-control': 'no-store' } });
