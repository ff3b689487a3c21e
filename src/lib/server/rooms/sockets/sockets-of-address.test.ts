import { expect, test } from 'vitest';
import { SocketsOfAddress } from './sockets-of-address.ts';

test('[RM34] an address has so many sockets, and gets a place back when one ends', () => {
	const sockets = new SocketsOfAddress(2);
	expect([1, 2, 3].map(() => sockets.take('192.168.43.7'))).toEqual([true, true, false]);
	expect(sockets.take('192.168.43.8')).toBe(true);
	sockets.leave('192.168.43.7');
	expect(sockets.take('192.168.43.7')).toBe(true);
	sockets.leave('192.168.43.8');
	expect(sockets.of('192.168.43.8')).toBe(0);
});

test('[RM34] a proxy on this machine brings as many as come', () => {
	const sockets = new SocketsOfAddress(1);
	for (const own of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '127.0.0.1'])
		expect(sockets.take(own), own).toBe(true);
});
