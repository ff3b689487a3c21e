import { runCrashCampaign, type Death } from '../tests/crash/crash-campaign.ts';
import { runPublishCampaign } from '../tests/crash/publish-campaign.ts';
import { verifyData } from '../tests/crash/verify-data.ts';
import { buildIfChanged } from './building/build-if-changed.ts';
import { readOptions } from './running/read-options.ts';
import { wholeNumber } from './running/whole-number.ts';

/**
 * `npm run crash -- [--times 50] [--full 3] [--publish 200] [--seed S] [--people 20]`: kills the built server
 * with SIGKILL while people write, again and again on one data folder, lets it run into a full disk in
 * between, and looks each time for what was acknowledged and is not there. Then kills another as often
 * around the publishing of a vote. Ends with 1 at the first loss, or when the end is not as it should be.
 */
const USAGE = 'npm run crash -- [--times 50] [--full 3] [--publish 200] [--seed S] [--people 20]';
const values = readOptions(USAGE, {
	times: { type: 'string', default: '50' },
	full: { type: 'string', default: '3' },
	publish: { type: 'string', default: '200' },
	seed: { type: 'string', default: String(Date.now() % 1_000_000) },
	people: { type: 'string', default: '20' }
});
const seed = wholeNumber('seed', values.seed);
const times = wholeNumber('times', values.times);
const fullDisks = wholeNumber('full', values.full);
const publishings = wholeNumber('publish', values.publish);
const participants = wholeNumber('people', values.people);

buildIfChanged();
console.log(
	`Killing the server ${times} times, filling its disk ${fullDisks} times; seed ${seed}.`
);
const { deaths, notes, facts, problems } = await runCrashCampaign({
	times,
	fullDisks,
	seed,
	participants,
	verify: verifyData,
	log: say
});
const losses = deaths.flatMap((death) => death.losses);
for (const { fact, acknowledged, found } of losses)
	console.log(`LOST ${fact}: acknowledged "${acknowledged}", found ${JSON.stringify(found)}`);
for (const problem of problems) console.log(`WRONG ${problem}`);
const killed = deaths.filter(({ cause }) => cause === 'killed').length;
const onTheirWay = deaths.reduce((total, { waiting }) => total + waiting, 0);
console.log(
	`${killed} kills, ${deaths.length - killed} full disks, ` +
		`${deaths.at(-1)?.acknowledged ?? 0} values acknowledged by the last, ` +
		`${onTheirWay} on their way when it died, ${notes} notes and ${facts} facts in the end, ` +
		`${losses.length} lost, ${problems.length} other problems.`
);
const votes = await runPublishCampaign({
	times: publishings,
	seed,
	voters: 12,
	log: ({ number, state, after }) => console.log(`publishing ${number}: ${state} after ${after} ms`)
});
for (const problem of votes.problems) console.log(`WRONG ${problem}`);
console.log(
	`${publishings} kills around a publishing: ${votes.ended} left the vote ended with all its ballots, ` +
		`${votes.published} published and gone, ${votes.problems.length} neither.`
);
process.exit(losses.length + problems.length + votes.problems.length > 0 ? 1 : 0);

function say({ number, cause, lived, acknowledged, waiting, losses: lost }: Death): void {
	console.log(
		`${number}: ${cause} after ${lived} ms: ${acknowledged} acknowledged, ${waiting} on their way, ${lost.length} lost`
	);
}
