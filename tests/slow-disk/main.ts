import { mkdtemp, rm } from 'node:fs/promises';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions } from '../../scripts/running/read-options.ts';
import { wholeNumber } from '../../scripts/running/whole-number.ts';
import { describeMachine } from '../bench/report.ts';
import { slowDisk } from './slow-disk.ts';
import { measureDemo, measureHall } from './measure.ts';

/**
 * `npm run slow-disk -- [--people 300] [--sync 60] [--out FILE]`: the built server and the demo on a disk
 * whose every sync takes `--sync` milliseconds longer. Prints what was measured beside its target, as
 * Markdown into `--out` too; ends with 1 when a target is missed.
 */
const values = readOptions('npm run slow-disk -- [--people N] [--sync MS] [--out FILE]', {
	people: { type: 'string', default: '300' },
	sync: { type: 'string', default: '60' },
	out: { type: 'string' }
});
const people = wholeNumber('people', values.people);
const sync = wholeNumber('sync', values.sync);

const folder = await mkdtemp(join(tmpdir(), 'tachawor-slow-disk-'));
try {
	const disk = slowDisk(folder, sync);
	const load = { people, joining: 6, writing: 10 };
	const hall = await measureHall(join(folder, 'hall'), disk, load);
	const demo = await measureDemo(join(folder, 'demo'), disk);
	const lines = [
		line(`${people} people joined and on the board after`, hall.allIn / 1000, 10, 's'),
		line('pages meanwhile, p50', hall.pages.quantile(0.5), undefined, 'ms'),
		line(`pages meanwhile (${hall.pages.count}), p95`, hall.pages.quantile(0.95), 100, 'ms'),
		line('notes acknowledged, p50', hall.acknowledged.quantile(0.5), undefined, 'ms'),
		line(
			`notes acknowledged (${hall.acknowledged.count}), p95`,
			hall.acknowledged.quantile(0.95),
			150,
			'ms'
		),
		line('the demo is ready after', demo / 1000, 60, 's')
	];
	const report = [
		'# On a slow disk',
		`Written by \`npm run slow-disk\`, ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, on ${describeMachine()}. ` +
			`Each sync to disk of the server takes ${sync} ms longer than on this machine's own disk, by a library that is loaded before it.`,
		['| what | measured | at most | |', '| --- | ---: | ---: | --- |', ...lines.map(rowOf)].join(
			'\n'
		)
	].join('\n\n');
	console.log(report);
	if (values.out !== undefined) writeFileSync(values.out, `${report}\n`);
	process.exitCode = lines.every(({ met }) => met) ? 0 : 1;
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	await rm(folder, { recursive: true, force: true });
}
// Sockets that were left may keep timers.
process.exit();

interface Line {
	readonly what: string;
	readonly measured: string;
	readonly most: string;
	readonly met: boolean;
}

function line(what: string, value: number, most: number | undefined, unit: string): Line {
	return {
		what,
		measured: `${Math.round(value * 10) / 10} ${unit}`,
		most: most === undefined ? '' : `${most} ${unit}`,
		met: most === undefined || value <= most
	};
}

function rowOf({ what, measured, most, met }: Line): string {
	return `| ${what} | ${measured} | ${most} | ${most === '' ? '' : met ? 'met' : '**missed**'} |`;
}
