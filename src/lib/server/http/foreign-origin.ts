import type { Origins } from '../auth/origins.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * True for what a page elsewhere sends with this browser's cookies, form or JSON alike. Every browser
 * names the origin of an unsafe request; a script outside a browser, which holds no one else's cookies,
 * may leave it out.
 */
export function isForeign(request: Request, origins: Origins): boolean {
	if (SAFE_METHODS.has(request.method)) return false;
	const origin = request.headers.get('origin');
	return origin !== null && !origins.accepts(origin);
}
