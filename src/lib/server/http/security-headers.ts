import { createHash } from 'node:crypto';

/** Of answers that are no page of ours: nothing in them runs. The error page loads its styles. */
const NO_PAGE =
	"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** How long a browser that came by https comes by nothing else. */
const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

const PERMISSIONS = [
	'accelerometer',
	'autoplay',
	'browsing-topics',
	'camera',
	'display-capture',
	'geolocation',
	'gyroscope',
	'hid',
	'idle-detection',
	'local-fonts',
	'magnetometer',
	'microphone',
	'midi',
	'payment',
	'serial',
	'usb',
	'xr-spatial-tracking'
];

/**
 * Writes what browsers are told of every answer. The policy of a page comes from SvelteKit, with the
 * hashes of its own inline scripts; `scripts` are further ones that the page holds. Only an answer over https
 * (`secure`) asks for https from then on, since a hall's network speaks plain http.
 */
export function setSecurityHeaders(
	headers: Headers,
	{ secure, scripts }: { readonly secure: boolean; readonly scripts: readonly string[] }
): void {
	const policy = headers.get('content-security-policy');
	headers.set('content-security-policy', policy ? pagePolicy(policy, scripts) : NO_PAGE);
	headers.set('x-content-type-options', 'nosniff');
	headers.set('referrer-policy', 'same-origin');
	headers.set('x-frame-options', 'DENY');
	headers.set('cross-origin-resource-policy', 'same-origin');
	headers.set('permissions-policy', PERMISSIONS.map((feature) => `${feature}=()`).join(', '));
	if (!secure) return;
	// Browsers ignore it over plain http, and say so on their console.
	headers.set('cross-origin-opener-policy', 'same-origin');
	headers.set('strict-transport-security', `max-age=${ONE_YEAR_SECONDS}`);
}

function pagePolicy(policy: string, scripts: readonly string[]): string {
	const hashes = scripts.map((script) => ` '${hashOf(script)}'`).join('');
	return policy.replace(/script-src [^;]*/, (sources) => sources + hashes);
}

function hashOf(script: string): string {
	return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}
