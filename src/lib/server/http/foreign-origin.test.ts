import { describe, expect, test } from 'vitest';
import { newOrigins } from '../auth/origins.ts';
import { isForeign } from './foreign-origin.ts';

const HERE = 'http://192.168.43.1:3000';
const origins = newOrigins(undefined);
origins.set(['http://localhost:3000', HERE]);

function request(method: string, contentType: string, origin?: string): Request {
	return new Request(`${HERE}/sign-in`, {
		method,
		headers: { 'content-type': contentType, ...(origin !== undefined && { origin }) }
	});
}

describe.each([
	'application/x-www-form-urlencoded',
	'multipart/form-data; boundary=x',
	'text/plain',
	'application/json'
])('%s', (type) => {
	test.each(['http://evil.example', 'http://192.168.43.1', 'http://192.168.43.1:3001', 'null', ''])(
		'[AC22] is refused from %j',
		(origin) => {
			for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
				expect(isForeign(request(method, type, origin), origins)).toBe(true);
		}
	);

	test('[AC22] is taken from our own addresses and from outside a browser', () => {
		expect(isForeign(request('POST', type, HERE), origins)).toBe(false);
		expect(isForeign(request('POST', type, 'http://localhost:3000'), origins)).toBe(false);
		expect(isForeign(request('POST', type), origins)).toBe(false);
	});

	test('[AC22] reading is not asked for its origin', () => {
		expect(isForeign(request('GET', type, 'http://evil.example'), origins)).toBe(false);
	});
});

test('[AC22] a public origin stays accepted when addresses change', () => {
	const published = newOrigins('https://tachawor.example');
	published.set([HERE]);
	expect(published.accepts('https://tachawor.example')).toBe(true);
	expect(published.reachable).toBe('https://tachawor.example');
	expect(origins.reachable).toBe(HERE);
});
