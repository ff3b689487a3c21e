import { Latencies } from '../bench/load/latencies.ts';
import { newCrowd } from '../bench/load/load-process.ts';
import { freePort, makeHallOnDisk } from '../support/server/hall-on-disk.ts';
import { HttpClient } from '../support/server/http-client.ts';
import { startDemo, startServer } from '../support/server/start-server.ts';
import type { SlowDisk } from './slow-disk.ts';

/** Milliseconds between two pages that somebody opens. */
const PAGE_EVERY = 60;
const NOTES_PER_SECOND = 20;
/** Milliseconds after which it is given up. */
const PATIENCE = 120_000;

/** How many come, and how long it goes on. */
export interface HallLoad {
	readonly people: number;
	/** Seconds over which people press "join". */
	readonly joining: number;
	/** Seconds. */
	readonly writing: number;
}

/** What people in a hall notice of the disk; times are in milliseconds. */
export interface HallMeasured {
	/** From the first one's joining until the last one has the board. */
	readonly allIn: number;
	/** Of pages that others open while people join. */
	readonly pages: Latencies;
	/** Of notes, from writing until the author knows that it is saved. */
	readonly acknowledged: Latencies;
}

/** People join a hall and come to its board, then write, all with sockets of their own. */
export async function measureHall(
	dataDir: string,
	disk: SlowDisk,
	{ people, joining, writing }: HallLoad
): Promise<HallMeasured> {
	const port = await freePort();
	const origin = `http://127.0.0.1:${port}`;
	const { workshop, lead, guests } = await makeHallOnDisk(dataDir, origin, { guests: 1 });
	const environment = { ...disk, PORT: String(port) };
	const server = await startServer({ dataDir, environment });
	try {
		const pages = new Latencies();
		const opened = [
			{
				client: new HttpClient(origin, lead.cookie),
				path: `/workshops/${workshop.workshopId}/run`
			},
			{ client: new HttpClient(origin, guests[0]?.cookie), path: `/w/${workshop.workshopId}` }
		];
		// The first pages load code.
		for (const { client, path } of opened) await client.page(path);
		const reading = openPages(opened, pages);

		const start = performance.now();
		const [categoryId = ''] = workshop.categoryIds;
		const cookies = await Promise.all(
			Array.from({ length: people }, async (_, index) => {
				await pause((joining * 1000 * index) / people);
				const browser = new HttpClient(origin);
				const code = workshop.joinCode;
				await browser.json('POST', '/api/join', { code, categoryId, language: 'ar' });
				return browser.cookie;
			})
		);
		const [board = ''] = workshop.boardIds;
		const path = (room: string) => `/sync/${room}?as=${workshop.workshopId}&ack=1`;
		const paths = [path(`board.${board}`), path(`stage.${workshop.workshopId}`)];
		const visits = cookies.map((cookie) => ({ cookie, paths }));
		const crowd = newCrowd({ port, origin, visits, notes: 10_000, tells: true, column: 'S' });
		const { outOfStep } = await crowd.enter({
			from: 0,
			to: people,
			within: 0,
			presence: false,
			notes: 0,
			patience: PATIENCE
		});
		const allIn = performance.now() - start;
		await reading.stop();
		if (outOfStep > 0) throw new Error(`${outOfStep} people did not get in.`);

		const written = await crowd.write({
			notesPerSecond: NOTES_PER_SECOND,
			seconds: writing,
			seed: 1,
			from: 0,
			patience: PATIENCE
		});
		const acknowledged = new Latencies();
		acknowledged.addAll(written.acknowledged);
		if (written.delivered < written.expected || acknowledged.count < written.notes)
			throw new Error('Notes were lost.');
		crowd.leave();
		return { allIn, pages, acknowledged };
	} finally {
		await server.stop();
	}
}

/** Milliseconds until the demo prints its links. */
export async function measureDemo(dataDir: string, disk: SlowDisk): Promise<number> {
	const start = performance.now();
	const demo = await startDemo({ dataDir, environment: disk });
	const ready = performance.now() - start;
	await demo.stop();
	return ready;
}

/** Opens pages in turns, one after the other, until it is stopped. */
function openPages(
	opened: readonly { readonly client: HttpClient; readonly path: string }[],
	latencies: Latencies
): { stop(): Promise<void> } {
	let stopped = false;
	const reading = (async () => {
		for (let count = 0; !stopped; count++) {
			const { client, path } = opened[count % opened.length] ?? {};
			const start = performance.now();
			await client?.page(path ?? '');
			latencies.add(performance.now() - start);
			await pause(Math.max(0, PAGE_EVERY - (performance.now() - start)));
		}
	})();
	return {
		stop() {
			stopped = true;
			return reading;
		}
	};
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
