import { writeFileSync } from 'node:fs';
import { endWith, readOptions } from '../../scripts/running/read-options.ts';
import { wholeNumber } from '../../scripts/running/whole-number.ts';
import { describeMachine, jsonOf, reportOf, sectionOf, type Measured } from './report.ts';
import { SCENARIOS } from './scenarios/all.ts';
import { selfCheck } from './self-check.ts';
import { HOCUSPOCUS, PLAIN } from './subjects/peers.ts';
import { removePrepared, TACHAWOR } from './subjects/tachawor.ts';

/**
 * `npm run bench -- [--only NAME]… [--out FILE] [--seconds N] [--rounds N]`: measures the built server
 * beside y-websocket's plain one and Hocuspocus, each in a process of its own under the same load. Prints
 * a table for each scenario and each target with its figure; `--out` writes them as JSON, and as Markdown
 * beside it. Exits with 1 when the load generator's check
 * of itself fails, or something could not be measured; a missed target is a figure, not a failure.
 */
const USAGE = 'npm run bench -- [--only NAME]… [--out FILE] [--seconds N] [--rounds N]';
const values = readOptions(USAGE, {
	only: { type: 'string', multiple: true },
	out: { type: 'string' },
	seconds: { type: 'string', default: '8' },
	rounds: { type: 'string', default: '2' }
});
const seconds = wholeNumber('seconds', values.seconds);
const rounds = wholeNumber('rounds', values.rounds);

const subjects = [TACHAWOR, PLAIN, HOCUSPOCUS];
const say = (line: string): void => void process.stderr.write(`  ${line}\n`);

const unknown = values.only?.find((name) => !SCENARIOS.some((scenario) => scenario.name === name));
if (unknown !== undefined)
	endWith(`${unknown}: choose among ${SCENARIOS.map(({ name }) => name).join(', ')}.`, USAGE);

try {
	await measureAll();
} catch (error) {
	console.error(error);
	process.exitCode = 1;
} finally {
	await removePrepared();
}
// The real clients of the check leave timers behind.
process.exit();

async function measureAll(): Promise<void> {
	for (const kind of subjects) {
		await selfCheck(kind);
		say(`the load generator and real clients of ${kind.name} understand each other`);
	}
	const measured: Measured[] = [];
	for (const scenario of SCENARIOS) {
		if (values.only && !values.only.includes(scenario.name)) continue;
		const outcome = await scenario
			.run({ subjects, seconds, rounds, say })
			.catch((error: unknown) => {
				// The others are worth measuring all the same.
				console.error(error);
				process.exitCode = 1;
			});
		if (!outcome) continue;
		measured.push({ scenario, outcome });
		// After each, so that a run that is ended leaves what it has.
		if (values.out !== undefined) writeResults(values.out, measured);
		console.log(`\n${sectionOf({ scenario, outcome })}`);
	}
}

/** The figures as JSON, a row a measurement, and beside it the same as tables for people. */
function writeResults(file: string, measured: readonly Measured[]): void {
	const run = { at: new Date().toISOString(), machine: describeMachine() };
	writeFileSync(file, jsonOf(measured, run));
	writeFileSync(file.replace(/(\.json)?$/, '.md'), reportOf(measured, run));
}
