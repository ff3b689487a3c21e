import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { readNotes } from '#lib/board/board-doc.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { SeededRandom } from '../fuzz/seeded-random.ts';
import { freePort, makeHallOnDisk } from '../support/server/hall-on-disk.ts';
import { LiveClient, type LiveClientIdentity } from '../support/sockets/live-client.ts';
import { startServer, type TestServer } from '../support/server/start-server.ts';
import { until } from '../support/until.ts';
import type { Found, Loss } from './fact-ledger.ts';
import { boardFacts, clusterFacts, readStoredFacts, type StoredFacts } from './stored-facts.ts';
import { Clusterer, Mover, Participant } from './writing-person.ts';

export interface CrashOptions {
	/** How often the server is killed. */
	readonly times: number;
	/** How often its disk fills up before it is killed besides, between the other kills. */
	readonly fullDisks?: number;
	/** Decides what people do and how long the server lives; the machine decides the rest. */
	readonly seed: number;
	readonly participants: number;
	/** Stands between people and the server; gives the address to connect to instead. */
	readonly between?: (origin: string) => Promise<{ syncUrl: string; close(): Promise<void> }>;
	/** Told of each death. */
	readonly log?: (death: Death) => void;
	/** Looks at the data folder of the stopped server in the end; says what is wrong with it, if anything. */
	readonly verify: (dataDir: string) => string | undefined;
}

/** When a server is killed: at any moment, or once its disk takes no more. */
export type Cause = 'killed' | 'disk full';

/** What was found when a server had died. */
export interface Death {
	readonly number: number;
	readonly cause: Cause;
	/** Milliseconds that it had lived under load, from its readiness. */
	readonly lived: number;
	/** Values that were acknowledged until then, over the whole run. */
	readonly acknowledged: number;
	/** Values on their way when the server died. */
	readonly waiting: number;
	readonly losses: readonly Loss[];
}

export interface CrashReport {
	readonly deaths: readonly Death[];
	/** Notes in the end, those deleted included. */
	readonly notes: number;
	/** Texts, columns and places in clusters that the log holds in the end. */
	readonly facts: number;
	/** Everything else that is wrong: clients that differ, honest changes refused, a damaged log. */
	readonly problems: readonly string[];
}

/** Notes that one participant writes at most, below what the product allows a person. */
const MOST_NOTES = 60;

/** Milliseconds between two things that one person does. */
const PACE = { least: 60, spread: 240 };

/** Milliseconds that the server lives under load before it is killed. */
const LIFE = { least: 20, spread: 1500 };

/** Milliseconds after which what did not happen is not going to, on a busy machine too. */
const PATIENCE = 60_000;

/** KiB that a disk has left when it is going to fill up. */
const ROOM = { least: 40, spread: 400 };

/**
 * Kills a real server with SIGKILL at random moments while people write, edit, delete, move and cluster
 * over the stock client, and looks each time for what was acknowledged: in the rows and the log that the
 * killed server left, and at what the restarted one tells somebody new. Ends at the first loss.
 */
export async function runCrashCampaign(options: CrashOptions): Promise<CrashReport> {
	const folder = await mkdtemp(join(tmpdir(), 'tachawor-crash-'));
	const campaign = await openCampaign(options, join(folder, 'data'));
	try {
		return await campaign.run();
	} finally {
		await campaign.close();
		await rm(folder, { recursive: true, force: true });
	}
}

async function openCampaign(options: CrashOptions, dataDir: string) {
	const random = new SeededRandom(options.seed);
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	const hall = await makeHallOnDisk(dataDir, origin, { guests: options.participants + 1 });
	const boardId = hall.workshop.boardIds[0] ?? '';
	const rooms = { board: `board.${boardId}`, clusters: `clusters.${hall.workshop.groupingId}` };
	const stores = { boards: [rooms.board], clusters: rooms.clusters };
	const [watcher = hall.lead, ...guests] = hall.guests;

	const causes = causesOf(options);
	const start = async (cause?: Cause): Promise<TestServer<unknown>> => {
		const environment = { PORT: String(port) };
		if (cause !== 'disk full') return startServer({ dataDir, environment });
		const fileLimit = (await largestFile(dataDir)) + ROOM.least + random.below(ROOM.spread);
		return startServer({ dataDir, environment, fileLimit, quiet: true });
	};
	let server = await start();
	const between = await options.between?.(origin);
	const syncUrl = between?.syncUrl ?? `${origin.replace('http', 'ws')}/sync`;
	const board = { syncUrl, room: rooms.board };

	const participants = guests.map(
		(who, name) => new Participant(board, who, random, { name, mostNotes: MOST_NOTES })
	);
	const mover = new Mover(board, hall.lead, random);
	const clusterer = new Clusterer({ syncUrl, room: rooms.clusters }, hall.lead, random);
	const people = [...participants, mover, clusterer];
	const acts = [
		...[...participants, mover].map((person) => () => person.act()),
		() =>
			clusterer.put(
				boardId,
				readNotes(mover.client.doc).map(({ key }) => key)
			)
	];
	let writing = false;
	const timers = acts.map((act) => keepDoing(() => writing && act()));

	function keepDoing(act: () => void): { stop(): void } {
		let timer: NodeJS.Timeout;
		const next = (): void => {
			timer = setTimeout(
				() => {
					act();
					next();
				},
				PACE.least + random.below(PACE.spread)
			);
		};
		next();
		return { stop: () => clearTimeout(timer) };
	}

	/** What everybody was told up to now; asks a store for it, also later. */
	function allPromises(): (found: Found) => Loss[] {
		const promises = people
			.flatMap(({ ledgers }) => ledgers)
			.map((ledger) => [ledger, ledger.promised()] as const);
		return (found) => promises.flatMap(([ledger, promised]) => ledger.lost(found, promised));
	}

	async function die(number: number, cause: Cause): Promise<Death> {
		if (cause === 'disk full') {
			await server.kill();
			server = await start(cause);
		}
		writing = true;
		const began = Date.now();
		if (cause === 'killed') {
			await sleep(LIFE.least + random.below(LIFE.spread));
			await server.kill();
		} else {
			await until('the disk is full', async () => !(await isReady()), PATIENCE);
			await server.kill();
		}
		const lived = Date.now() - began;
		await until(
			'everybody noticed',
			() => people.every(({ client }) => !client.provider.wsconnected),
			PATIENCE
		);
		const waiting = people.reduce((sum, { ledgers }) => sum + (ledgers.at(-1)?.waiting ?? 0), 0);
		const acknowledged = people
			.flatMap(({ ledgers }) => ledgers)
			.reduce((sum, ledger) => sum + ledger.acknowledged, 0);
		const lost = allPromises();
		const stored = await readStoredFacts(dataDir, stores);
		const losses = [...lost(stored.log), ...lost(stored.rows)];
		// One phone falls into the fountain: what was saved has to come from the server from now on.
		random.pick(participants).loseDevice();
		server = await start();
		losses.push(...lost(await askServer()));
		return { number, cause, lived, acknowledged, waiting, losses };
	}

	async function isReady(): Promise<boolean> {
		return (await fetch(`${origin}/readyz`)).ok;
	}

	function troubles(): string[] {
		return [...people.flatMap(({ problem }) => problem ?? [])];
	}

	/** What somebody sees who comes in with an empty phone. */
	async function askServer(): Promise<Found> {
		const facts = new Map([
			...(await freshFacts(rooms.board, watcher, boardFacts)),
			...(await freshFacts(rooms.clusters, hall.lead, clusterFacts))
		]);
		return (fact) => facts.get(fact);
	}

	async function freshFacts(
		room: string,
		who: LiveClientIdentity,
		read: (doc: Y.Doc) => Map<string, string>
	): Promise<Map<string, string>> {
		const fresh = new LiveClient(`${origin.replace('http', 'ws')}/sync`, room, who);
		try {
			await until('a fresh client is in step', () => fresh.synced, PATIENCE);
			return read(fresh.doc);
		} finally {
			fresh.destroy();
		}
	}

	/** Everybody stops writing, and everything arrives everywhere. */
	async function settle(): Promise<string[]> {
		writing = false;
		await until(
			'everything is saved',
			() => people.every(({ client, ledgers }) => client.allSaved && !ledgers.at(-1)?.waiting),
			PATIENCE
		);
		const boards = [...participants, mover];
		const [first] = boards;
		if (!first) return [];
		const same = (doc: Y.Doc) => Y.equalSnapshots(Y.snapshot(first.client.doc), Y.snapshot(doc));
		await until(
			'all clients are equal',
			() => boards.every(({ client }) => same(client.doc)),
			PATIENCE
		);
		await server.stop();
		const stored = await readStoredFacts(dataDir, stores);
		return [...differences(stored), ...unknown(stored), ...verified()];
	}

	function differences({ docs }: StoredFacts): string[] {
		const pairs = [
			[rooms.board, mover.client.doc],
			[rooms.clusters, clusterer.client.doc]
		] as const;
		return pairs.flatMap(([room, doc]) => {
			const stored = docs.get(room);
			const equal = stored && Y.equalSnapshots(Y.snapshot(stored), Y.snapshot(doc));
			return equal ? [] : [`the log of ${room} is not what the clients hold`];
		});
	}

	/** Facts that nobody wrote: a note that came twice would be one. Columns come with the notes. */
	function unknown({ all }: StoredFacts): string[] {
		const ledgers = people.flatMap((person) => person.ledgers);
		return [...all]
			.filter((fact) => !fact.startsWith('column') && !ledgers.some((ledger) => ledger.wrote(fact)))
			.map((fact) => `nobody wrote: ${fact}`);
	}

	function verified(): string[] {
		const problem = options.verify(dataDir);
		return problem === undefined ? [] : [problem];
	}

	return {
		async run(): Promise<CrashReport> {
			const deaths: Death[] = [];
			for (const [index, cause] of causes.entries()) {
				const death = await die(index + 1, cause);
				deaths.push(death);
				options.log?.(death);
				if (death.losses.length > 0 || troubles().length > 0) break;
			}
			const whole = troubles().length === 0 && deaths.at(-1)?.losses.length === 0;
			const problems = whole ? await settle() : troubles();
			const stored = await readStoredFacts(dataDir, stores);
			const notes = [...stored.all].filter((fact) => fact.startsWith('text')).length;
			return { deaths, problems, notes, facts: stored.all.size };
		},
		async close(): Promise<void> {
			for (const timer of timers) timer.stop();
			for (const { client } of people) client.destroy();
			await between?.close();
			await server.kill();
		}
	};
}

/** The deaths in their order: full disks spread evenly among the kills, never the first one. */
function causesOf({ times, fullDisks = 0 }: CrashOptions): Cause[] {
	const causes = Array.from({ length: times }, (): Cause => 'killed');
	for (let full = fullDisks; full > 0; full--)
		causes.splice(Math.ceil((full * times) / (fullDisks + 1)), 0, 'disk full');
	return causes;
}

/** KiB of the larger of database and log, once the log was put into the database. */
async function largestFile(dataDir: string): Promise<number> {
	const path = join(dataDir, 'tachawor.db');
	const db = openSqlite(path);
	await db.selectFrom('doc_update').select('seq').limit(1).execute();
	await db.destroy();
	return Math.ceil((await stat(path)).size / 1024);
}

function sleep(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
