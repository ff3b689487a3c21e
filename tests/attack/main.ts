import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { endWith, readOptions } from '../../scripts/running/read-options.ts';
import { runAll, type Step } from '../../scripts/running/run-all.ts';
import { openGround } from './ground.ts';
import { PLAYS } from './plays/all-plays.ts';
import { attacksIn, type Attack } from './attacks-in.ts';

/**
 * `npm run attack -- [--only AK1]… [--short]`: every attack of docs/security.md. Those that somebody can play
 * from outside are played against a server of its own, while people of its hall go on; each other one by the
 * tests that play it. Prints of each whether it held or broke, and ends with 1 where one broke.
 */
const USAGE = 'npm run attack -- [--only AK1]… [--short]';
const values = readOptions(USAGE, {
	only: { type: 'string', multiple: true },
	short: { type: 'boolean', default: false }
});
const DOCUMENT = join(import.meta.dirname, '../../docs/security.md');
const all = attacksIn(readFileSync(DOCUMENT, 'utf8'));
const unknown = values.only?.find((id) => !all.some((attack) => attack.id === id));
if (unknown !== undefined)
	endWith(`${unknown}: choose among ${all.map(({ id }) => id).join(', ')}.`, USAGE);
const attacks = all.filter(({ id }) => values.only?.includes(id) ?? true);

const broken = new Set<string>();
await playAll();
for (const attack of attacks) await test(attack);
console.log(`\n${attacks.length - broken.size} attacks held, ${broken.size} broke.`);
process.exit(broken.size > 0 ? 1 : 0);

/** Those that are played from outside, one after the other on one server. */
async function playAll(): Promise<void> {
	const plays = PLAYS.filter(({ id }) => attacks.some((attack) => attack.id === id));
	if (plays.length === 0) return;
	const ground = await openGround(60);
	try {
		for (const play of plays) {
			const broke = await play.run(ground, values.short ? 'short' : 'whole');
			say(play.id, play.what, broke);
		}
	} finally {
		await ground.stop();
	}
}

/** The tests that the document names, each by the runner that it is written for. */
async function test({ id, what, tests }: Attack): Promise<void> {
	const steps = tests.map((file): Step =>
		file.startsWith('tests/e2e/')
			? [file, 'playwright', 'test', file]
			: [file, 'vitest', 'run', file]
	);
	say(id, what, (await runAll(steps)).failures);
}

function say(id: string, what: string, broke: readonly string[]): void {
	console.log(`${broke.length === 0 ? 'held ' : 'BROKE'} ${id} ${what}`);
	for (const one of new Set(broke)) console.log(`      ${one}`);
	if (broke.length > 0) broken.add(id);
}
