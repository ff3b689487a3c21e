import { cp, mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SERVER_COMMAND } from '../../../server/command.ts';
import { prepareHalls, type PreparedHall } from './prepared-hall.ts';
import { SubjectProcess, type BoardNeed, type Subject, type SubjectKind } from './subject.ts';

/** Installations that were prepared in this run, by what they hold: each start gets a copy. */
const prepared = new Map<string, Promise<{ folder: string; hall: PreparedHall }>>();

/** The product itself: what `npm start` runs, with SQLite in a data folder. */
export const TACHAWOR: SubjectKind = {
	name: 'tachawor',
	promise: 'stored',
	async start(need) {
		return startIn(tmpdir(), need);
	}
};

/** Where Linux keeps files in memory; elsewhere they are on the disk. */
const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** The product with its data folder in memory, where no disk holds up what it stores. */
export const TACHAWOR_IN_MEMORY: SubjectKind = {
	...TACHAWOR,
	start: (need) => startIn(MEMORY, need)
};

async function startIn(place: string, need: BoardNeed): Promise<Subject> {
	const { folder, hall } = await prepare(need);
	const dataDir = await newFolder(place);
	await cp(folder, dataDir, { recursive: true });
	return startOn(dataDir, need, hall);
}

/** Removes what {@link TACHAWOR} prepared. */
export async function removePrepared(): Promise<void> {
	for (const { value } of (await Promise.allSettled(prepared.values())).filter(isFulfilled))
		await rm(value.folder, { recursive: true, force: true });
	prepared.clear();
}

async function prepare({
	people,
	notes,
	boards = 1
}: BoardNeed): Promise<{ folder: string; hall: PreparedHall }> {
	const name = `${people} ${notes} ${boards}`;
	let one = prepared.get(name);
	if (!one) {
		one = (async () => {
			const folder = await newFolder();
			return { folder, hall: await prepareHalls(folder, { people, notes, boards }) };
		})();
		prepared.set(name, one);
	}
	return one;
}

async function startOn(dataDir: string, need: BoardNeed, hall: PreparedHall): Promise<Subject> {
	const { running, line } = await SubjectProcess.start([...SERVER_COMMAND, '--json'], {
		HOST: '127.0.0.1',
		PORT: '0',
		DATA_DIR: dataDir,
		LOG_LEVEL: 'warn'
	});
	const { origin } = JSON.parse(line) as { origin: string };
	return {
		plan: {
			port: Number(new URL(origin).port),
			origin,
			visits: [...hall.visits, hall.facilitator],
			notes: need.capacity,
			tells: true,
			column: hall.column
		},
		stateVector: hall.stateVector,
		door: hall.door,
		ask: (question) => running.ask(question),
		async restartAfterKill() {
			await running.end('SIGKILL');
			return startOn(dataDir, need, hall);
		},
		async stop() {
			await running.end('SIGTERM');
			await rm(dataDir, { recursive: true, force: true });
		}
	};
}

function isFulfilled<Value>(
	result: PromiseSettledResult<Value>
): result is PromiseFulfilledResult<Value> {
	return result.status === 'fulfilled';
}

function newFolder(place = tmpdir()): Promise<string> {
	return mkdtemp(join(place, 'tachawor-bench-'));
}
