import { expect, test } from 'vitest';
import { backPath } from './back-path.ts';

test.each(['/', '/workshops/1?page=2#top', '/join/FES415', '/طريق'])(
	'[UI2] %s is a way back',
	(path) => {
		expect(backPath(path, '/home')).toBe(path);
	}
);

test.each([
	'https://example.com/',
	'//example.com',
	'/\\example.com',
	'/\t/example.com',
	'/\n/example.com',
	'javascript:alert(1)',
	'',
	null,
	undefined,
	'workshops'
])('[UI2] %j leads home instead', (value) => {
	expect(backPath(value, '/home')).toBe('/home');
});
