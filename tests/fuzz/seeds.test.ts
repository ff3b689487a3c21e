import { afterEach, describe, expect, test, vi } from 'vitest';
import { Gate } from '#lib/gate/gate.ts';
import { runForged } from './forged-run.ts';
import { runHonest } from './honest-run.ts';

const judge = vi.spyOn(Gate.prototype, 'judge');
afterEach(() => {
	judge.mockReset();
});

/** The updates that the gate was asked about. */
function judged(): string[] {
	return judge.mock.calls.map(([bytes]) => Buffer.from(bytes).toString('hex'));
}

function forgedFrom(seed: number): string[] {
	judge.mockClear();
	expect(runForged('participant', seed, 150).broken).toBeUndefined();
	return judged();
}

function honestFrom(seed: number): string[] {
	judge.mockClear();
	expect(runHonest(seed, 20).broken).toBeUndefined();
	return judged();
}

describe('[FZ4] the same seed gives the same updates, another one others', () => {
	test.each([
		['forged', forgedFrom],
		['honest', honestFrom]
	] as const)('%s', (_name, updatesFrom) => {
		const updates = updatesFrom(7);
		expect(updates.length).toBeGreaterThan(20);
		expect(updatesFrom(7)).toEqual(updates);
		expect(updatesFrom(8)).not.toEqual(updates);
	});
});

test('[FZ4] a violation names its seed, its step and its bytes', () => {
	judge.mockImplementation((bytes) => ({ kind: 'accepted', update: bytes, clients: [] }));
	const { broken } = runForged('participant', 7, 150);
	expect(broken).toMatchObject({ role: 'participant', kind: expect.any(String) as string });
	expect(broken?.seed).toBeGreaterThanOrEqual(7);
	expect(broken?.step).toBeGreaterThanOrEqual(0);
	expect(Buffer.from(broken?.bytes ?? []).toString('hex')).toBe(judged().at(-1));
});
