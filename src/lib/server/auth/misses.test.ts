import { expect, test } from 'vitest';
import { Misses } from './misses.ts';
import { networkOf } from './network-of.ts';

const NOON = Date.UTC(2026, 10, 29, 12);

test('[AC24] misses over the budget are told the time until it begins anew', () => {
	const misses = new Misses({ points: 2, duration: 60 });
	expect([misses.add('a', NOON), misses.add('a', NOON + 10_000)]).toEqual([0, 0]);
	expect(misses.add('a', NOON + 20_000)).toBe(40);
	expect(misses.add('b', NOON + 20_000)).toBe(0);
	expect(misses.add('a', NOON + 60_000)).toBe(0);
});

test('[AC24] whoever makes up new keys fills a bounded memory, and loses no place of those who miss on', () => {
	const misses = new Misses({ points: 2, duration: 60 });
	for (let key = 0; key < 50_000; key++) {
		misses.add(`${key}`, NOON);
		if (key % 100 === 0) misses.add('one of the hall', NOON);
	}
	expect(misses.add('one of the hall', NOON)).toBe(60);
	expect(misses.add('0', NOON)).toBe(0);
	expect(misses.add('0', NOON)).toBe(0);
});

test.each([
	['192.168.43.20', '192.168.43'],
	['::ffff:192.168.43.20', '192.168.43'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
	['::1', '::1']
])('[AC24] %s is of the network %s', (address, network) => {
	expect(networkOf(address)).toBe(network);
});
