import { expect, test } from 'vitest';
import { DiskSync } from './disk-sync.ts';

/** A disk whose syncs end when the test says so. */
function heldDisk(): {
	sync: () => Promise<void>;
	end: (error?: Error) => Promise<void>;
	begun: () => number;
} {
	const underWay: { resolve: () => void; reject: (error: Error) => void }[] = [];
	let begun = 0;
	return {
		sync: () =>
			new Promise((resolve, reject) => {
				begun++;
				underWay.push({ resolve, reject });
			}),
		async end(error) {
			const one = underWay.shift();
			if (error) one?.reject(error);
			else one?.resolve();
			await new Promise((resolve) => setImmediate(resolve));
		},
		begun: () => begun
	};
}

test('[DB1] who writes while a sync runs waits for the next one, and shares it', async () => {
	const disk = heldDisk();
	const sync = new DiskSync(disk.sync, () => undefined);
	const told: string[] = [];
	const write = (name: string): void => void sync.onDisk().then(() => told.push(name));
	write('first');
	write('second');
	write('third');
	expect(disk.begun()).toBe(1);
	await disk.end();
	expect(told).toEqual(['first']);
	expect(disk.begun()).toBe(2);
	write('fourth');
	await disk.end();
	expect(told).toEqual(['first', 'second', 'third']);
	await disk.end();
	expect(told).toEqual(['first', 'second', 'third', 'fourth']);
	expect(disk.begun()).toBe(3);
});

test('[DB2] a sync that fails fails everybody from then on, and is told once', async () => {
	const disk = heldDisk();
	const failures: unknown[] = [];
	const sync = new DiskSync(disk.sync, (error) => failures.push(error));
	const outcomes = Promise.allSettled([sync.onDisk(), sync.onDisk()]);
	await disk.end(new Error('the disk is gone'));
	expect((await outcomes).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	await expect(sync.onDisk()).rejects.toThrow('the disk is gone');
	expect(disk.begun()).toBe(1);
	expect(failures).toHaveLength(1);
});
