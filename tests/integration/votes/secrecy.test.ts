import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ballotText } from '#lib/domain/ballots/ballot.ts';
import { commitmentTo } from '#lib/domain/ballots/receipt.ts';
import type { GuestActor } from '#lib/domain/people/actor.ts';
import type { App } from '#lib/server/app.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { openServedDatabase } from '#lib/server/db/open-database.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { openApp } from '../../support/workshops/people.ts';
import { castBallot, endVote } from '../../support/workshops/publish-vote.ts';
import {
	facilitator,
	joinAs,
	makeCluster,
	makeNote
} from '../../support/workshops/workshop-people.ts';

/** Bytes around an actor's id in which no option may stand: more than a row of old took. */
const BESIDE = 96;

let dataDir: string;
let db: RootDb;
let app: App;
let made: MadeWorkshop;
let options: string[];
let voters: GuestActor[];

beforeEach(async () => {
	dataDir = mkdtempSync(join(tmpdir(), 'tachawor-secrecy-'));
	const fail = (error: unknown): void => expect.unreachable(String(error));
	db = openServedDatabase({ dataDir }, { fatal: fail, report: fail });
	app = await openApp(db);
	made = await makeWorkshop(db, {
		activities: [{ parameters: { vote: { method: 'dots', budget: 5, cap: 2 } } }]
	});
	voters = [];
	for (let person = 0; person < 24; person++)
		voters.push(await joinAs(db, made.workshopId, made.categoryIds[person % 2]!));
	options = [];
	for (let cluster = 0; cluster < 8; cluster++) {
		const note = { author: voters[cluster]!, text: `فكرة ${cluster}` };
		const notes = [await makeNote(db, made.workshopId, made.boardIds[0]!, note)];
		options.push(await makeCluster(db, made.groupingId, `م${cluster}`, { notes }));
	}
});
afterEach(async () => {
	await app.close();
	rmSync(dataDir, { recursive: true, force: true });
});

const lead = () => facilitator(made.facilitatorId);

/** Everything that stands in any file of the data folder, byte for byte. */
function everyByte(): Buffer {
	return Buffer.concat(readdirSync(dataDir).map((name) => readFileSync(join(dataDir, name))));
}

/** How many voters' ids stand beside the id of an option anywhere. */
function idsBesideOptions(bytes: Buffer): number {
	return voters.filter(({ id }) => {
		for (let at = bytes.indexOf(id); at >= 0; at = bytes.indexOf(id, at + 1)) {
			const around = bytes.subarray(Math.max(0, at - BESIDE), at + id.length + BESIDE);
			if (options.some((option) => around.includes(option))) return true;
		}
		return false;
	}).length;
}

test('[VO13] after publishing no file tells who voted what: no ballot, no key, no voter beside an option', async () => {
	const { version } = await app.stage.get(lead(), made.workshopId);
	const voteId = await app.votes.openVote(lead(), made.workshopId, made.activityIds[0]!, version);
	const ballots: string[] = [];
	for (let turn = 1; turn <= 3; turn++)
		for (const [at, voter] of voters.entries()) {
			const ballot = {
				[options[(at + turn) % 8]!]: 2,
				[options[(at * 3 + turn) % 8]!]: 1,
				[options[(at * 5 + 1) % 8]!]: 1
			};
			ballots.push(ballotText(Object.fromEntries(Object.entries(ballot).sort())));
			const commitment = commitmentTo(voteId, `secret of ${at}`, ballot);
			await app.votes.castVote(voter, voteId, { ballot, turn, commitment });
		}
	const { key } = await db.selectFrom('vote_key').select('key').executeTakeFirstOrThrow();
	const keys = (await db.selectFrom('ballot').select('voter_key').execute()).map(
		({ voter_key }) => voter_key
	);
	await endVote(app, lead(), made.workshopId, voteId);
	// What is looked for is found while it is there.
	const before = everyByte();
	expect(before.includes(Buffer.from(key))).toBe(true);
	expect(keys.every((one) => before.includes(one))).toBe(true);
	expect(ballots.slice(-24).every((ballot) => before.includes(ballot))).toBe(true);
	expect(idsBesideOptions(before)).toBe(0);

	const ended = await app.stage.get(lead(), made.workshopId);
	await app.votes.publishVote(lead(), made.workshopId, voteId, ended.version);
	const after = everyByte();
	expect(after.includes(Buffer.from(key))).toBe(false);
	expect(keys.filter((one) => after.includes(one))).toEqual([]);
	expect(ballots.filter((ballot) => after.includes(ballot))).toEqual([]);
	expect(idsBesideOptions(after)).toBe(0);
	expect(after.includes(voteId)).toBe(true);
});

test('[VO13] what a killed process had deleted is gone after the next start', async () => {
	const { version } = await app.stage.get(lead(), made.workshopId);
	const voteId = await app.votes.openVote(lead(), made.workshopId, made.activityIds[0]!, version);
	for (const voter of voters) await castBallot(app, voter, voteId, { [options[0]!]: 2 });
	const { key } = await db.selectFrom('vote_key').select('key').executeTakeFirstOrThrow();
	// As a process leaves it that is killed after the commit and before the log was cut.
	for (const table of ['ballot', 'electorate', 'vote_key'] as const)
		await db.deleteFrom(table).execute();
	expect(everyByte().includes(Buffer.from(key))).toBe(true);
	const copy = mkdtempSync(join(tmpdir(), 'tachawor-secrecy-'));
	const files = readdirSync(dataDir).map(
		(name) => [name, readFileSync(join(dataDir, name))] as const
	);
	await app.close();
	for (const [name, bytes] of files) writeFileSync(join(copy, name), bytes);
	rmSync(dataDir, { recursive: true, force: true });
	dataDir = copy;
	const fail = (error: unknown): void => expect.unreachable(String(error));
	db = openServedDatabase({ dataDir }, { fatal: fail, report: fail });
	app = await openApp(db);
	expect(everyByte().includes(Buffer.from(key))).toBe(false);
});
