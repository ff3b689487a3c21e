import { expect, test } from 'vitest';
import { Latencies } from './latencies.ts';

test('[BE4] quantiles are those of all that was added, also from another process', () => {
	const one = new Latencies();
	for (let ms = 1; ms <= 50; ms++) one.add(ms);
	const both = new Latencies();
	both.addAll(one.toCounts());
	for (let ms = 51; ms <= 100; ms++) both.add(ms);
	expect(both.count).toBe(100);
	expect(both.quantile(0.5)).toBeCloseTo(50.1);
	expect(both.quantile(0.95)).toBeCloseTo(95.1);
	expect(both.quantile(1)).toBeCloseTo(100.1);
	both.add(1e9);
	expect(both.quantile(1)).toBe(30_000);
	expect(new Latencies().quantile(0.95)).toBe(0);
});
