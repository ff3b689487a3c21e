import { createHash } from 'node:crypto';

/** Of answers that are no page of ours: nothing in them runs or loads anything. The error page has styles. */
const NO_PAGE = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

const PERMISSIONS = [
	'accelerometer',
	'camera',
	'display-capture',
	'geolocation',
	'gyroscope',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'usb'
];

/**
 * Writes what browsers are told of every answer. The policy of a page comes from SvelteKit, with the
 * hashes of its own inline scripts; `scripts` are further ones that the page holds. Nothing asks for
 * https, since a hall's network speaks plain http.
 */
export function setSecurityHeaders(
	headers: Headers,
	host: string,
	scripts: readonly string[]
): void {
	const policy = headers.get('content-security-policy');
	headers.set('content-security-policy', policy ? pagePolicy(policy, host, scripts) : NO_PAGE);
	headers.set('x-content-type-options', 'nosniff');
	headers.set('referrer-policy', 'same-origin');
	headers.set('x-frame-options', 'DENY');
	headers.set('permissions-policy', PERMISSIONS.map((feature) => `${feature}=()`).join(', '));
}

/** Not every browser takes `'self'` for the sockets of the same host. */
function pagePolicy(policy: string, host: string, scripts: readonly string[]): string {
	const hashes = scripts.map((script) => ` '${hashOf(script)}'`).join('');
	return policy
		.replace(/connect-src [^;]*/, (sources) => `${sources} ws://${host} wss://${host}`)
		.replace(/script-src [^;]*/, (sources) => sources + hashes);
}

function hashOf(script: string): string {
	return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}
