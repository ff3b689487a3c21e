import { expect, test } from 'vitest';
import { networkOf } from './network-of.ts';

test.each([
	['192.168.43.20', '192.168.43'],
	['::ffff:192.168.43.20', '192.168.43'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
	['::1', '::1']
])('[JN8] %s is of the network %s', (address, network) => {
	expect(networkOf(address)).toBe(network);
});
