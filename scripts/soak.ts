import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { verifyData } from '../tests/crash/verify-data.ts';
import { runSoak } from '../tests/soak/soak-run.ts';
import { growthOf, stretchesOf, type Growth } from '../tests/soak/soak-verdict.ts';
import type { Reading } from '../tests/soak/server-probe.ts';
import { buildIfChanged } from './building/build-if-changed.ts';
import { readOptions } from './running/read-options.ts';
import { wholeNumber } from './running/whole-number.ts';

/**
 * `npm run soak -- [--minutes 20] [--clients 300] [--seed S] [--out FILE]`: the built server under people who
 * join, leave, sleep, lose the network and come back. Ends with 1 when memory grew by more than a tenth
 * between the first and the last stretch, when anything is pending in the end, or anything is lost.
 */
const USAGE = 'npm run soak -- [--minutes 20] [--clients 300] [--seed S] [--out FILE]';
const values = readOptions(USAGE, {
	minutes: { type: 'string', default: '20' },
	clients: { type: 'string', default: '300' },
	seed: { type: 'string', default: '415' },
	out: { type: 'string' }
});
const minutes = wholeNumber('minutes', values.minutes);
const clients = wholeNumber('clients', values.clients);
const seed = wholeNumber('seed', values.seed);

buildIfChanged();
console.log('    at |   RSS  heap  retained MB | delay p99 / max ms | sockets rooms here');
const report = await runSoak({ minutes, clients, seed, verify: verifyData, log: sayReading });
const { readings, empty, losses, problems } = report;
const retained = growthOf(readings, minutes, (reading) => reading.retained);
const rss = growthOf(readings, minutes, (reading) => reading.rss);
const failed =
	losses.length > 0 || problems.length > 0 || empty === null || !retained.within || !rss.within;

const { warmUp, length } = stretchesOf(minutes);
const [skipped, compared] = [warmUp, length].map((value) => value.toFixed(1));
const stretch = `${compared} minutes after ${skipped} of warm-up, and the last ${compared}`;
for (const { fact, acknowledged } of losses) console.log(`LOST ${fact}: "${acknowledged}"`);
for (const problem of problems) console.log(`WRONG ${problem}`);
console.log(`
| ${clients} people, ${minutes} minutes | ${stretch} |
| --- | --- |
| memory retained after collection | ${said(retained)} |
| resident memory | ${said(rss)} |
| retained once everybody had left | ${empty ? megabytes(empty.retained) : 'rooms stayed'} |
| event-loop delay, p99 of ten seconds: median and worst | ${delays()} |
| processor | ${processor()} of one core |
| open sockets, at most | ${Math.max(...readings.map(({ sockets }) => sockets))} |
| changes acknowledged, lost, late | ${report.acknowledged}, ${losses.length}, ${report.late} |`);

if (values.out !== undefined) {
	const machine = { processors: cpus().length, memory: totalmem(), load: loadavg() };
	const figures = { conditions: { minutes, clients, seed, machine }, retained, rss, ...report };
	writeFileSync(values.out, `${JSON.stringify(figures, null, '\t')}\n`);
}
process.exit(failed ? 1 : 0);

function sayReading(reading: Reading, here: number): void {
	const { at, delayP99, delayMax, sockets, rooms } = reading;
	const [all, heap, kept] = [reading.rss, reading.heap, reading.retained].map((bytes) =>
		(bytes / 2 ** 20).toFixed(1).padStart(6)
	);
	console.log(
		`${String(at).padStart(5)}s | ${all} ${heap} ${kept} | ${delayP99.toFixed(0)} / ${delayMax.toFixed(0)} | ${sockets} ${rooms} ${here}`
	);
}

function said({ first, last, within }: Growth): string {
	const change = ((last / first - 1) * 100).toFixed(1);
	return `${megabytes(first)}, then ${megabytes(last)} (${change} %${within ? '' : ', too much'})`;
}

function megabytes(bytes: number): string {
	return `${(bytes / 2 ** 20).toFixed(1)} MB`;
}

function delays(): string {
	const p99 = readings.map(({ delayP99 }) => delayP99).sort((a, b) => a - b);
	return `${p99[p99.length >> 1]?.toFixed(0) ?? ''} and ${p99.at(-1)?.toFixed(0) ?? ''} ms`;
}

function processor(): string {
	const [first, last] = [readings[0], readings.at(-1)];
	if (!first || !last) return '?';
	return `${((100 * (last.cpu - first.cpu)) / (last.at - first.at)).toFixed(0)} %`;
}
