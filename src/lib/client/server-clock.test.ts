import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { memoryStorage } from '../../../tests/support/memory-storage.ts';

const NOW = Date.parse('2025-04-15T09:00:00Z');
const HOUR = 3_600_000;

beforeEach(() => {
	vi.useFakeTimers({ now: NOW });
	vi.stubGlobal('localStorage', memoryStorage());
	vi.resetModules();
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

/** The module as a page loads it. */
const load = () => import('./server-clock.ts');

test('[OF9] a phone whose clock is wrong goes by the server’s, also at a start without the network', async () => {
	const page = await load();
	expect(page.serverNow()).toBe(NOW);
	page.hearServerTime(NOW - HOUR);
	vi.advanceTimersByTime(1_000);
	expect(page.serverNow()).toBe(NOW - HOUR + 1_000);
	vi.resetModules();
	expect((await load()).serverNow()).toBe(NOW - HOUR + 1_000);
});

test('[OF9] a difference that the network makes moves no clock', async () => {
	const page = await load();
	page.hearServerTime(NOW - HOUR);
	page.hearServerTime(NOW - HOUR + 200);
	expect(page.serverNow()).toBe(NOW - HOUR);
});
