import { expect, test } from 'vitest';
import { Arrivals } from './arrivals.ts';

const frame = (...numbers: number[]) =>
	Buffer.from(numbers.map((number) => `text bench-${String(number).padStart(7, '0')}`).join());

test('[BE2] a merged frame counts each of its notes once for each receiver, never for the author', () => {
	const arrivals = new Arrivals(3, 10);
	arrivals.sent(4, 0, 100);
	arrivals.sent(5, 1, 110);
	for (const receiver of [0, 1, 2]) arrivals.receive(receiver, frame(4, 5), 130);
	expect(arrivals.delivered).toBe(4);
	arrivals.receive(2, frame(5), 500);
	expect(arrivals.delivered).toBe(4);
	expect(arrivals.latencies.quantile(1)).toBeCloseTo(30.1);
	expect([0, 1, 2].map((receiver) => arrivals.count(receiver))).toEqual([2, 2, 2]);
});

test('[BE2] a remembered frame is not taken for another of its length, nor for an overwritten one', () => {
	const arrivals = new Arrivals(2, 100);
	const shared = frame(1);
	arrivals.receive(0, shared, 0);
	frame(2).copy(shared);
	arrivals.receive(0, shared, 0);
	for (let number = 3; number < 30; number++) arrivals.receive(0, frame(number), 0);
	arrivals.receive(1, frame(1), 0);
	expect([arrivals.count(0), arrivals.count(1)]).toEqual([29, 1]);
	expect(arrivals.delivered).toBe(0);
});

test('[BE2] a replica that was kept has its notes, one that was not has none', () => {
	const arrivals = new Arrivals(1, 5);
	arrivals.knows(0, [0, 1, 2]);
	arrivals.receive(0, frame(2, 3), 0);
	expect(arrivals.count(0)).toBe(4);
	arrivals.forget(0);
	arrivals.receive(0, frame(2), 0);
	expect(arrivals.count(0)).toBe(1);
});
