import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measureHall } from '../../slow-disk/measure.ts';

test('[BE7] the script of the slow disk brings people in and their notes through', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'tachawor-slow-disk-'));
	try {
		// As fast as this disk is: how slow another one is measured is the script's to say.
		const disk = { LD_PRELOAD: '', SLOW_SYNC_MS: '0' };
		const measured = await measureHall(folder, disk, { people: 3, joining: 0, writing: 1 });
		expect(measured.allIn).toBeGreaterThan(0);
		expect(measured.pages.count).toBeGreaterThan(0);
		expect(measured.acknowledged.count).toBeGreaterThan(0);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}, 60_000);
