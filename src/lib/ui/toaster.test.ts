import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Toaster, TOAST_MS } from './toaster.svelte.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

test('[UI3] a message stands for its time, and a newer one takes its place', () => {
	const toaster = new Toaster();
	toaster.show({ text: 'first' });
	vi.advanceTimersByTime(TOAST_MS - 1);
	toaster.show({ text: 'second' });
	vi.advanceTimersByTime(TOAST_MS - 1);
	expect(toaster.current?.text).toBe('second');
	vi.advanceTimersByTime(1);
	expect(toaster.current).toBeNull();
});

test('[UI3] a message stays while it is held and its time then starts again', () => {
	const toaster = new Toaster();
	toaster.show({ text: 'held' });
	toaster.hold();
	vi.advanceTimersByTime(10 * TOAST_MS);
	expect(toaster.current?.text).toBe('held');
	toaster.release();
	vi.advanceTimersByTime(TOAST_MS);
	expect(toaster.current).toBeNull();
});

test('[UI4] undo runs once and takes the message away', () => {
	const toaster = new Toaster();
	const run = vi.fn();
	toaster.show({ text: 'deleted', undo: { label: 'Undo', run } });
	toaster.undo();
	toaster.undo();
	expect(run).toHaveBeenCalledOnce();
	expect(toaster.current).toBeNull();
});
