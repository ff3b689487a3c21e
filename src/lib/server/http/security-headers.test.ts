import { expect, test } from 'vitest';
import { setSecurityHeaders } from './security-headers.ts';

function headersAfter(
	policy: string | undefined,
	scripts: readonly string[] = [],
	secure = false
): Headers {
	const headers = new Headers(policy === undefined ? {} : { 'content-security-policy': policy });
	setSecurityHeaders(headers, { secure, scripts });
	return headers;
}

test('[SV9] a page may open sockets to its own host and run the scripts that are named, and no more', () => {
	const policy = "default-src 'self'; connect-src 'self'; script-src 'self' 'sha256-kit'";
	expect(headersAfter(policy, ['alert(1)']).get('content-security-policy')).toBe(
		"default-src 'self'; connect-src 'self'; script-src 'self' 'sha256-kit' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
	);
});

test('[SV9] what is no page loads nothing, and nothing is put into a frame or asks for https', () => {
	const headers = headersAfter(undefined);
	expect(headers.get('content-security-policy')).toContain("default-src 'none'");
	expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
	expect(headers.get('x-content-type-options')).toBe('nosniff');
	expect(headers.get('referrer-policy')).toBe('same-origin');
	expect(headers.get('permissions-policy')).toContain('camera=()');
	expect(headers.has('cross-origin-opener-policy')).toBe(false);
	expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
	for (const [, value] of headers) expect(value).not.toMatch(/upgrade-insecure|unsafe-inline/);
	expect(headers.has('strict-transport-security')).toBe(false);
});

test('[SV9] who came by https is told to come by nothing else, and shares no window', () => {
	const headers = headersAfter(undefined, [], true);
	expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
	expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
});
