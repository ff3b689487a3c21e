import { parseArgs } from 'node:util';
import { runCrashCampaign, type Kill } from '../tests/crash/crash-campaign.ts';
import { verifyData } from '../tests/crash/verify-data.ts';
import { buildIfChanged } from './build.ts';

/**
 * `npm run crash -- [--times 50] [--seed S] [--people 20]`: kills the built server with SIGKILL while people
 * write, again and again on one data folder, and looks each time for what was acknowledged and is not
 * there. Ends with 1 at the first loss, or when the end is not as it should be.
 */
const { values } = parseArgs({
	options: {
		times: { type: 'string', default: '50' },
		seed: { type: 'string', default: String(Date.now() % 1_000_000) },
		people: { type: 'string', default: '20' }
	}
});
const seed = Number(values.seed);

buildIfChanged();
console.log(`Killing the server ${values.times} times; seed ${seed}.`);
const { kills, notes, facts, problems } = await runCrashCampaign({
	times: Number(values.times),
	seed,
	participants: Number(values.people),
	verify: verifyData,
	log: say
});
const losses = kills.flatMap((kill) => kill.losses);
for (const { fact, acknowledged, found } of losses)
	console.log(`LOST ${fact}: acknowledged "${acknowledged}", found ${JSON.stringify(found)}`);
for (const problem of problems) console.log(`WRONG ${problem}`);
const last = kills.at(-1);
console.log(
	`${kills.length} kills, ${last?.acknowledged ?? 0} values acknowledged by the last, ` +
		`${sum((kill) => kill.waiting)} on their way when it died, ${notes} notes and ${facts} facts in the end, ` +
		`${losses.length} lost, ${problems.length} other problems.`
);
process.exit(losses.length + problems.length > 0 ? 1 : 0);

function say({ number, lived, acknowledged, waiting, losses: lost }: Kill): void {
	console.log(
		`kill ${number} after ${lived} ms: ${acknowledged} acknowledged, ${waiting} on their way, ${lost.length} lost`
	);
}

function sum(of: (kill: Kill) => number): number {
	return kills.reduce((total, kill) => total + of(kill), 0);
}
