import { availableParallelism, cpus } from 'node:os';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { tableOf, type Outcome } from './row.ts';
import { SCENARIOS } from './scenarios/all.ts';
import { selfCheck } from './self-check.ts';
import { HOCUSPOCUS, PLAIN } from './subjects/peers.ts';
import { removePrepared, TACHAWOR } from './subjects/tachawor.ts';

/**
 * `npm run bench -- [--only NAME]… [--out FILE] [--seconds N] [--rounds N]`: measures the built server
 * beside y-websocket's plain one and Hocuspocus, each in a process of its own under the same load. Prints
 * a table for each scenario and each target with its figure. Exits with 1 when the load generator's check
 * of itself fails, or something could not be measured; a missed target is a figure, not a failure.
 */
const { values } = parseArgs({
	options: {
		only: { type: 'string', multiple: true },
		out: { type: 'string' },
		seconds: { type: 'string', default: '10' },
		rounds: { type: 'string', default: '2' }
	}
});

const subjects = [TACHAWOR, PLAIN, HOCUSPOCUS];
const say = (line: string): void => void process.stderr.write(`  ${line}\n`);

const unknown = values.only?.find((name) => !SCENARIOS.some((scenario) => scenario.name === name));
if (unknown !== undefined) {
	console.error(`${unknown}: choose among ${SCENARIOS.map(({ name }) => name).join(', ')}.`);
	process.exit(1);
}

try {
	const outcomes = await measureAll();
	if (values.out !== undefined) writeFileSync(values.out, asJson(outcomes));
} catch (error) {
	console.error(error);
	process.exitCode = 1;
} finally {
	await removePrepared();
}
// The real clients of the check leave timers behind.
process.exit();

async function measureAll(): Promise<Outcome[]> {
	for (const kind of subjects) {
		await selfCheck(kind);
		say(`the load generator and real clients of ${kind.name} understand each other`);
	}
	const outcomes: Outcome[] = [];
	for (const scenario of SCENARIOS) {
		if (values.only && !values.only.includes(scenario.name)) continue;
		const outcome = await scenario.run({
			subjects,
			seconds: Number(values.seconds),
			rounds: Number(values.rounds),
			say
		});
		outcomes.push(outcome);
		console.log(`\n## ${scenario.name}: ${scenario.about}\n`);
		if (outcome.rows.length > 0) console.log(tableOf(outcome.rows));
		for (const { target, figure, met } of outcome.verdicts)
			console.log(`- ${met ? 'met' : 'MISSED'}: ${target}: ${figure}`);
	}
	return outcomes;
}

/** A row a measurement; each says what it was measured on, and how it stands to its targets. */
function asJson(outcomes: readonly Outcome[]): string {
	const machine = `${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}`;
	const at = new Date().toISOString();
	const rows = outcomes.flatMap(({ rows: own, verdicts }) =>
		own.map((row) => ({
			...row,
			conditions: { ...row.conditions, machine, node: process.version, at },
			...(row.subject === TACHAWOR.name && {
				targets: verdicts.map(({ target, figure, met }) => ({ target, figure, met }))
			})
		}))
	);
	return `${JSON.stringify(rows, null, '\t')}\n`;
}
