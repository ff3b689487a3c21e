import BetterSqlite3 from 'better-sqlite3';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stage } from '#lib/domain/stage/stage.ts';
import type { Publication } from '#lib/domain/votes/publication.ts';
import { openSqlite, sqliteFile } from '#lib/server/db/open-database.ts';
import { SeededRandom } from '../fuzz/seeded-random.ts';
import { freePort, makeHallOnDisk } from '../support/server/hall-on-disk.ts';
import { HttpClient } from '../support/server/http-client.ts';
import { startServer } from '../support/server/start-server.ts';
import { makeCluster } from '../support/workshops/workshop-people.ts';
import { castBallot } from './cast-ballot.ts';

export interface PublishCampaign {
	/** How often the server is killed around a publishing. */
	readonly times: number;
	readonly seed: number;
	readonly voters: number;
	/** Told of each kill: how the vote stood on disk, and after how many milliseconds the server was killed. */
	readonly log?: (kill: { number: number; state: string; after: number }) => void;
}

export interface PublishReport {
	/** Kills that found the vote ended with all its ballots, and those that found it published. */
	readonly ended: number;
	readonly published: number;
	/** Everything that was neither, in words. */
	readonly problems: readonly string[];
}

/** Milliseconds from asking to publish within which the server is killed. */
const WITHIN = 60;

/** A vote with what stands of it in the rows, read from the folder of a stopped server. */
interface Standing {
	readonly state: string;
	readonly record: Publication | null;
	readonly ballots: number;
	readonly voted: number;
	readonly keys: number;
}

/**
 * Kills a real server with SIGKILL around the publishing of a vote, again and again on one data folder, and
 * looks each time at what is there: either the vote has ended and every ballot stands with its voter and the
 * key, or it is published with the right totals and nothing of them is left, after the next start in no
 * byte of any file.
 */
export async function runPublishCampaign(options: PublishCampaign): Promise<PublishReport> {
	const folder = await mkdtemp(join(tmpdir(), 'tachawor-publish-'));
	const dataDir = join(folder, 'data');
	const random = new SeededRandom(options.seed);
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	const hall = await makeHallOnDisk(dataDir, origin, {
		guests: options.voters,
		overrides: { activities: [{ kind: 'vote', state: 'planned' }] }
	});
	const db = openSqlite(sqliteFile(dataDir));
	for (const title of ['التسويق', 'التمويل', 'الحكامة'])
		await makeCluster(db, hall.workshop.groupingId, title);
	await db.destroy();
	const { workshopId, activityIds } = hall.workshop;
	const lead = new HttpClient(origin, hall.lead.cookie);
	const run = async (command: string, fields: Record<string, string>) =>
		lead.post(`/workshops/${workshopId}/run`, command, {
			...fields,
			seen: String(await version())
		});
	const start = () => startServer({ dataDir, environment: { PORT: String(port) } });
	const problems: string[] = [];
	const found = { ended: 0, published: 0 };
	let server = await start();
	try {
		for (let number = 1; number <= options.times && problems.length === 0; number++) {
			const vote = await ensureEnded();
			const secrets = readSecrets(vote);
			const seen = String(await version());
			const publishing = lead
				.post(`/workshops/${workshopId}/run`, 'publishVote', { vote, seen })
				.catch(() => undefined);
			const after = random.below(WITHIN);
			await new Promise((resolve) => setTimeout(resolve, after));
			await server.kill();
			await publishing;
			const standing = readStanding(vote);
			options.log?.({ number, state: standing.state, after });
			problems.push(...problemsOf(standing).map((problem) => `kill ${number}: ${problem}`));
			server = await start();
			if (standing.state === 'published') {
				found.published++;
				for (const secret of await leftOf(secrets))
					problems.push(`kill ${number}: ${secret} is still in a file`);
			} else found.ended++;
		}
	} finally {
		await server.kill();
		await rm(folder, { recursive: true, force: true });
	}
	return { ...found, problems };

	/** The version of the stage, which a command names. */
	async function version(): Promise<number> {
		const phone = new HttpClient(origin, hall.guests[0]?.cookie);
		const { stage } = await phone.json<{ stage: Stage }>(
			'GET',
			`/api/workshops/${workshopId}/participant`
		);
		return stage.version;
	}

	/** The vote that was not published by the last kill, else a new one in which everybody voted. */
	async function ensureEnded(): Promise<string> {
		const before = newestVote();
		if (before?.state === 'ended') return before.id;
		await run('openVote', { activity: activityIds[0] ?? '' });
		const vote = newestVote()?.id ?? '';
		await Promise.all(hall.guests.map(({ cookie }) => castBallot(origin, cookie, vote)));
		await run('endVote', { vote });
		return vote;
	}

	function problemsOf(standing: Standing): string[] {
		const { state, record, ballots, voted, keys } = standing;
		const { voters } = options;
		if (state === 'ended')
			return ballots === voters && voted === voters && keys === 1 && record === null
				? []
				: [`an ended vote has ${ballots} of ${voters} ballots, ${voted} voters, ${keys} keys`];
		if (state !== 'published') return [`the vote is ${state}`];
		const right = record?.voters === voters && record.outcome?.cast === voters * 3;
		return right && ballots + voted + keys === 0
			? []
			: [`a published vote counts ${record?.voters} voters, and ${ballots} ballots are left`];
	}

	function onDisk<T>(read: (db: BetterSqlite3.Database) => T): T {
		const db = new BetterSqlite3(sqliteFile(dataDir), { readonly: true });
		try {
			return read(db);
		} finally {
			db.close();
		}
	}

	function newestVote(): { id: string; state: string } | undefined {
		return onDisk((db) =>
			db
				.prepare<[], { id: string; state: string }>(
					'select id, state from vote order by opened_at desc limit 1'
				)
				.get()
		);
	}

	/** What may stand nowhere once the vote is published: its key, and what its ballots lie under. */
	function readSecrets(vote: string): Buffer[] {
		return onDisk((db) => [
			...db
				.prepare<[string], Buffer>('select key from vote_key where vote_id = ?')
				.pluck()
				.all(vote),
			...db
				.prepare<[string], string>('select voter_key from ballot where vote_id = ?')
				.pluck()
				.all(vote)
				.map((key) => Buffer.from(key))
		]);
	}

	function readStanding(vote: string): Standing {
		return onDisk((db) => {
			const count = (sql: string) => Number(db.prepare<[string]>(sql).pluck().get(vote));
			const row = db
				.prepare<[string], { state: string; record: string | null }>(
					'select state, record from vote where id = ?'
				)
				.get(vote);
			return {
				state: row?.state ?? 'gone',
				record: row?.record ? (JSON.parse(row.record) as Publication) : null,
				ballots: count('select count(*) from ballot where vote_id = ?'),
				voted: count('select count(*) from electorate where vote_id = ? and voted = 1'),
				keys: count('select count(*) from vote_key where vote_id = ?')
			};
		});
	}

	async function leftOf(secrets: readonly Buffer[]): Promise<string[]> {
		const files = await Promise.all(
			(await readdir(dataDir)).map((name) => readFile(join(dataDir, name)))
		);
		const bytes = Buffer.concat(files);
		return secrets
			.filter((secret) => bytes.includes(secret))
			.map((secret) => secret.toString('hex').slice(0, 8));
	}
}
