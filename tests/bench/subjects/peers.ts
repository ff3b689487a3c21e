import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import type { CrowdPlan } from '../load/load-process.ts';
import { newCrowd } from '../load/load-process.ts';
import { RawConnection } from '../load/raw-connection.ts';
import { hocuspocusDialect, Y_WEBSOCKET } from '../load/dialect.ts';
import { AUTHORS, boardContent, somePseudonyms } from './board-content.ts';
import {
	freePort,
	SubjectProcess,
	type BoardNeed,
	type Subject,
	type SubjectKind
} from './subject.ts';

const DOCUMENT = 'board';
const COLUMN = 'S';

/** y-websocket's own server, which keeps everything in memory and checks nothing. */
export const PLAIN: SubjectKind = {
	name: 'y-websocket 2.1',
	promise: undefined,
	start: (need) =>
		startPeer(need, undefined, (port) => ({
			command: ['node_modules/y-websocket-2/bin/server.cjs'],
			environment: { HOST: '127.0.0.1', PORT: String(port) }
		}))
};

/**
 * No peer but a floor: what storing before telling costs on this disk where nothing is checked.
 */
export const STORED_RELAY: SubjectKind = {
	name: 'relay after a sync',
	promise: undefined,
	async start(need) {
		const folder = await mkdtemp(join(tmpdir(), 'tachawor-bench-'));
		return startPeer(need, folder, (port) => ({
			command: ['tests/bench/subjects/stored-relay-server.ts', String(port), join(folder, 'log')],
			environment: {}
		}));
	}
};

/** Hocuspocus with its SQLite extension, batching and storing as they come. */
export const HOCUSPOCUS: SubjectKind = {
	name: 'hocuspocus 4 + sqlite',
	promise: 'applied',
	async start(need) {
		if (need.boards !== undefined) throw new Error('Its people are on one board here.');
		const folder = await mkdtemp(join(tmpdir(), 'tachawor-bench-'));
		return startPeer(
			need,
			folder,
			(port) => ({
				command: [
					'tests/bench/subjects/hocuspocus-server.ts',
					String(port),
					join(folder, 'hocuspocus.db')
				],
				environment: {}
			}),
			DOCUMENT
		);
	}
};

type Start = (port: number) => {
	readonly command: readonly string[];
	readonly environment: Readonly<Record<string, string>>;
};

async function startPeer(
	need: BoardNeed,
	folder: string | undefined,
	start: Start,
	hocuspocus?: string
): Promise<Subject> {
	const content = boardContent(need.notes, somePseudonyms(AUTHORS), COLUMN);
	const stateVector = Y.encodeStateVectorFromUpdate(content);
	const subject = await startOn(need, folder, start, stateVector, hocuspocus);
	if (need.notes > 0) await fill(subject.plan, content, need.notes);
	return subject;
}

async function startOn(
	need: BoardNeed,
	folder: string | undefined,
	start: Start,
	stateVector: Uint8Array,
	hocuspocus: string | undefined
): Promise<Subject> {
	const port = await freePort();
	const { command, environment } = start(port);
	const { running } = await SubjectProcess.start(command, environment);
	const boards = need.boards ?? 1;
	const visit = (person: number) => {
		const board = Math.floor((person * boards) / need.people) % boards;
		return { cookie: '', paths: [hocuspocus === undefined ? `/${DOCUMENT}${board}` : '/'] };
	};
	return {
		plan: {
			port,
			origin: `http://127.0.0.1:${port}`,
			// One more than asked for, in the facilitator's place.
			visits: Array.from({ length: need.people + 1 }, (_, person) => visit(person)),
			notes: need.capacity,
			tells: false,
			column: COLUMN,
			...(hocuspocus !== undefined && { hocuspocus })
		},
		stateVector,
		ask: (question) => running.ask(question),
		async restartAfterKill() {
			await running.end('SIGKILL');
			return startOn(need, folder, start, stateVector, hocuspocus);
		},
		async stop() {
			await running.end('SIGTERM');
			if (folder !== undefined) await rm(folder, { recursive: true, force: true });
		}
	};
}

/** Writes the board's first content as a client, and makes sure that a newcomer gets all of it. */
async function fill(plan: CrowdPlan, content: Uint8Array, notes: number): Promise<void> {
	const { port, origin, visits, hocuspocus } = plan;
	const dialect = hocuspocus === undefined ? Y_WEBSOCKET : hocuspocusDialect(hocuspocus);
	await new Promise<void>((resolve, reject) => {
		const writer = new RawConnection({
			port,
			path: visits[0]?.paths[0] ?? '/',
			headers: { Origin: origin },
			open: () => writer.send(dialect.greeting ?? dialect.ask(Uint8Array.of(0))),
			message(payload) {
				const { kind } = dialect.read(payload);
				if (kind === 'authenticated') writer.send(dialect.ask(Uint8Array.of(0)));
				if (kind !== 'state') return;
				writer.send(dialect.update(content));
				writer.send(dialect.ask(Uint8Array.of(0)));
				resolve();
				setTimeout(() => writer.end(), 2000).unref();
			},
			lost: (why) => reject(new Error(why))
		});
	});
	const crowd = newCrowd({ ...plan, visits: visits.slice(0, 1) });
	const entrance = { from: 0, to: 1, within: 0, presence: false, notes, patience: 60_000 };
	const { outOfStep } = await crowd.enter(entrance);
	crowd.leave();
	if (outOfStep > 0) throw new Error('A newcomer did not get what was written before.');
}
