import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Loss } from '../crash/fact-ledger.ts';
import { readStoredFacts } from '../crash/stored-facts.ts';
import { SeededRandom } from '../fuzz/seeded-random.ts';
import { freePort, makeHallOnDisk } from '../support/server/hall-on-disk.ts';
import { HttpClient } from '../support/server/http-client.ts';
import { startServer, type TestServer } from '../support/server/start-server.ts';
import { until } from '../support/until.ts';
import { openServerProbe, type Reading } from './server-probe.ts';
import { SoakLead } from './soak-lead.ts';
import { SoakPhone } from './soak-phone.ts';
import { stretchesOf } from './soak-verdict.ts';

export interface SoakOptions {
	readonly minutes: number;
	readonly clients: number;
	readonly seed: number;
	/** Told of each reading, and how many people had the page open. */
	readonly log?: (reading: Reading, here: number) => void;
	/** Looks at the data folder of the stopped server in the end; says what is wrong with it, if anything. */
	readonly verify: (dataDir: string) => string | undefined;
}

export interface SoakReport {
	readonly readings: readonly Reading[];
	/** After everybody left and the rooms were let go; null when they were not within the time for it. */
	readonly empty: Reading | null;
	readonly acknowledged: number;
	readonly losses: readonly Loss[];
	/** Changes that came after writing was closed. */
	readonly late: number;
	/** What else is wrong: something pending, a refusal, an error while joining. */
	readonly problems: readonly string[];
}

/** Seconds between two readings. */
const READ_EVERY = 10;

/** Share of the warm-up in which people arrive. */
const ARRIVAL = 0.8;

/** Milliseconds that an empty server gets to let its rooms go. */
const LEAVING = 90_000;

/** Runs a real server on a data folder of its own under people who come and go, and looks at its memory. */
export async function runSoak(options: SoakOptions): Promise<SoakReport> {
	const folder = await mkdtemp(join(tmpdir(), 'tachawor-soak-'));
	try {
		return await soakIn(join(folder, 'data'), options);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function soakIn(dataDir: string, options: SoakOptions): Promise<SoakReport> {
	const { minutes, clients, log } = options;
	const random = new SeededRandom(options.seed);
	const [port, inspectPort] = [await freePort(), await freePort()];
	const origin = `http://127.0.0.1:${port}`;
	// Two activities in each stretch that is compared, so that boards are as full in both.
	const turn = stretchesOf(minutes).length / 2;
	const activities = Array.from({ length: Math.ceil(minutes / turn) + 1 }, () => PLANNED);
	const { workshop, lead } = await makeHallOnDisk(dataDir, origin, {
		guests: 0,
		overrides: { activities }
	});
	const { workshopId, groupingId, activityIds, boardIds, categoryIds } = workshop;
	const server = await startServer({
		dataDir,
		environment: {
			PORT: String(port),
			NODE_OPTIONS: `--inspect=127.0.0.1:${inspectPort}`
		}
	});
	const probe = await openServerProbe(origin, inspectPort);
	const place = { syncUrl: `${origin.replace('http', 'ws')}/sync`, workshopId, groupingId };
	const facilitator = new SoakLead(place, origin, lead, random);
	const phones: SoakPhone[] = [];
	const problems: string[] = [];
	const readings: Reading[] = [];
	const began = Date.now();
	const elapsed = (): number => (Date.now() - began) / 1000;

	async function join(name: number): Promise<void> {
		await sleep(random.next() * stretchesOf(minutes).warmUp * 60_000 * ARRIVAL);
		const browser = new HttpClient(origin);
		await browser.json('POST', '/api/join', {
			code: workshop.joinCode,
			categoryId: categoryIds[name % 2],
			language: random.pick(['ar', 'fr', 'en'])
		});
		const phone = new SoakPhone(
			place,
			{ as: workshopId, cookie: browser.cookie, origin },
			random,
			name
		);
		phones.push(phone);
		phone.start();
	}

	async function runActivities(): Promise<void> {
		for (const [index, activityId] of activityIds.entries()) {
			await facilitator.open(activityId, boardIds[index] ?? '');
			await sleep(turn * 60_000);
			if (elapsed() > minutes * 60 - 5) return;
		}
	}

	async function readRegularly(): Promise<void> {
		while (elapsed() < minutes * 60) {
			const slot = Math.floor(elapsed() / READ_EVERY) + 1;
			await sleep(began + slot * READ_EVERY * 1000 - Date.now());
			const reading = await probe.read(Math.round(elapsed()));
			readings.push(reading);
			log?.(reading, phones.filter(({ state }) => state === 'here').length);
		}
	}

	const told = (what: string) => (error: unknown) =>
		void problems.push(`${what}: ${String(error)}`);
	try {
		await until('the facilitator is in step', () => facilitator.ready);
		const arrivals = Array.from({ length: clients }, (_, name) =>
			join(name).catch(told('joining'))
		);
		await Promise.all([
			runActivities().catch(told('opening an activity')),
			readRegularly(),
			...arrivals
		]);
		for (const person of [...phones, facilitator]) person.settle();
		await until(
			'nothing is pending',
			() => [...phones, facilitator].every(({ settled }) => settled),
			60_000
		).catch(told('the end'));
		problems.push(...phones.flatMap((phone) => phone.problems), ...facilitator.problems);
		for (const person of [...phones, facilitator]) person.destroy();
		const empty = await readWhenEmpty();
		probe.close();
		const losses = await findLosses(server);
		return {
			readings,
			empty,
			losses,
			problems,
			acknowledged: ledgers().reduce((sum, ledger) => sum + ledger.acknowledged, 0),
			late: phones.reduce((sum, { late }) => sum + late, 0)
		};
	} finally {
		for (const person of [...phones, facilitator]) person.destroy();
		probe.close();
		await server.kill();
	}

	async function readWhenEmpty(): Promise<Reading | null> {
		const end = Date.now() + LEAVING;
		while (Date.now() < end) {
			await sleep(3000);
			const reading = await probe.read(Math.round(elapsed()));
			if (reading.sockets === 0 && reading.rooms === 0) return reading;
		}
		problems.push('sockets or rooms stayed after everybody had left');
		return null;
	}

	async function findLosses(running: TestServer<unknown>): Promise<Loss[]> {
		await running.stop();
		const stored = await readStoredFacts(dataDir, {
			boards: boardIds.map((id) => `board.${id}`),
			clusters: `clusters.${groupingId}`
		});
		const wrong = options.verify(dataDir);
		if (wrong !== undefined) problems.push(wrong);
		return [stored.log, stored.rows].flatMap((found) =>
			ledgers().flatMap((ledger) => ledger.lost(found))
		);
	}

	function ledgers() {
		return [...phones, facilitator].flatMap((person) => person.ledgers);
	}
}

const PLANNED = { state: 'planned', opened_at: null } as const;

function sleep(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, Math.max(0, milliseconds)));
}
