import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HallConnection, PATIENCE_MS } from './hall-connection.svelte.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

function phone(over = {}) {
	const source = { connected: true, offline: false, unsaved: 0, ended: false, ...over };
	return { source, connection: new HallConnection(source) };
}

test('[PP9] a connection that comes back soon is not worth a word', () => {
	const { source, connection } = phone({ connected: false });
	const stop = connection.follow();
	vi.advanceTimersByTime(PATIENCE_MS - 1);
	expect([connection.offline, connection.state]).toEqual([false, 'connecting']);
	source.connected = true;
	stop();
	connection.follow();
	vi.advanceTimersByTime(PATIENCE_MS);
	expect([connection.offline, connection.state]).toEqual([false, 'connected']);
});

test('[PP9] one that stays away is told, until it is back', () => {
	const { source, connection } = phone({ connected: false });
	const stop = connection.follow();
	vi.advanceTimersByTime(PATIENCE_MS);
	expect([connection.offline, connection.state]).toEqual([true, 'offline']);
	source.connected = true;
	stop();
	connection.follow();
	expect([connection.offline, connection.state]).toEqual([false, 'connected']);
});

test('[PP9] words that wait are told of at once where the browser knows of no network', () => {
	expect(phone({ offline: true }).connection.offline).toBe(false);
	expect(phone({ offline: true, unsaved: 1 }).connection.state).toBe('offline');
});

test('[PP13] a session that ended is not called connected', () => {
	expect(phone({ ended: true }).connection.state).toBe('offline');
});
