import { expect, test } from 'vitest';
import { setSecurityHeaders } from './security-headers.ts';

function headersAfter(policy: string | undefined, scripts: readonly string[] = []): Headers {
	const headers = new Headers(policy === undefined ? {} : { 'content-security-policy': policy });
	setSecurityHeaders(headers, '192.168.43.1:3000', scripts);
	return headers;
}

test('[SV9] a page may open sockets to its own host and run the scripts that are named, and no more', () => {
	const policy = "default-src 'self'; connect-src 'self'; script-src 'self' 'sha256-kit'";
	expect(headersAfter(policy, ['alert(1)']).get('content-security-policy')).toBe(
		"default-src 'self'; connect-src 'self' ws://192.168.43.1:3000 wss://192.168.43.1:3000; " +
			"script-src 'self' 'sha256-kit' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='"
	);
});

test('[SV9] what is no page loads nothing, and nothing is put into a frame or asks for https', () => {
	const headers = headersAfter(undefined);
	expect(headers.get('content-security-policy')).toContain("default-src 'none'");
	expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
	expect(headers.get('x-content-type-options')).toBe('nosniff');
	expect(headers.get('referrer-policy')).toBe('same-origin');
	expect(headers.get('permissions-policy')).toContain('camera=()');
	for (const [, value] of headers) expect(value).not.toContain('upgrade-insecure-requests');
});
