import { expect, test } from 'vitest';
import { isOwnMachine } from './is-own-machine.ts';

test.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])(
	'[SV4] %s is this machine',
	(address) => {
		expect(isOwnMachine(address, new Headers())).toBe(true);
	}
);

test.each(['192.168.43.7', '::ffff:10.0.0.1', 'fe80::1', '127.example', ''])(
	'[SV4] %s is another machine',
	(address) => {
		expect(isOwnMachine(address, new Headers())).toBe(false);
	}
);

test('[SV4] what a proxy on this machine passed on comes from another one', () => {
	expect(isOwnMachine('127.0.0.1', new Headers({ 'x-forwarded-for': '8.8.8.8' }))).toBe(false);
});
