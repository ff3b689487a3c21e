/**
 * `value` when it is a path of this server, with query and hash; else `fallback`. Whole addresses, `//host`
 * and what browsers read as such (`/\host`, control characters) would lead people elsewhere.
 */
export function backPath(value: unknown, fallback = '/'): string {
	if (typeof value !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(value)) return fallback;
	return value;
}
