import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.mjs';

let folder: string;
let lock: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'tachawor-lock-'));
	lock = join(folder, 'lock');
});
afterEach(() => {
	rmSync(folder, { recursive: true });
});

describe('[SR3] of several who want the same work, one works at a time', () => {
	test('processes that begin at once do not meet', async () => {
		const log = join(folder, 'log');
		const program = `
			import { appendFileSync } from 'node:fs';
			import { oneAtATime } from ${JSON.stringify(join(import.meta.dirname, 'one-at-a-time.mjs'))};
			for (let turn = 0; turn < 5; turn++)
				oneAtATime(${JSON.stringify(lock)}, () => {
					appendFileSync(${JSON.stringify(log)}, 'in ');
					for (const end = Date.now() + 5; Date.now() < end; );
					appendFileSync(${JSON.stringify(log)}, 'out\\n');
				});`;
		const codes = Array.from({ length: 3 }, () => {
			const child = spawn(process.execPath, ['--input-type=module', '--eval', program]);
			return new Promise((resolve) => child.on('exit', resolve));
		});
		expect(await Promise.all(codes)).toEqual([0, 0, 0]);
		expect(readFileSync(log, 'utf8')).toBe('in out\n'.repeat(15));
		expect(existsSync(lock)).toBe(false);
	});

	test('work that throws gives the lock back', () => {
		expect(() => {
			oneAtATime(lock, () => {
				throw new Error('no');
			});
		}).toThrow('no');
		expect(existsSync(lock)).toBe(false);
	});

	test('what a killed process left behind holds nobody up', () => {
		const { pid } = spawnSync(process.execPath, ['--version']);
		writeFileSync(lock, String(pid));
		let worked = false;
		oneAtATime(lock, () => {
			worked = true;
		});
		expect(worked).toBe(true);
	});
});
