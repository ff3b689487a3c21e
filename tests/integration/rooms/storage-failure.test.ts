import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RootDb } from '#lib/server/db/database.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { boardFacts, readStoredFacts, type StoredFacts } from '../../crash/stored-facts.ts';
import { Participant } from '../../crash/writing-person.ts';
import { SeededRandom } from '../../fuzz/seeded-random.ts';
import { freePort, makeHallOnDisk, type HallOnDisk } from '../../support/server/hall-on-disk.ts';
import { HttpClient } from '../../support/server/http-client.ts';
import { startServer, type TestServer } from '../../support/server/start-server.ts';
import { until } from '../../support/until.ts';

/** The built server on a data folder of its own, and six people who write on its board. */
let folder: string;
let dataDir: string;
let port: number;
let hall: HallOnDisk;
let board: string;
let server: TestServer<unknown> | undefined;
let people: Participant[];
let writing: NodeJS.Timeout | undefined;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'tachawor-storage-'));
	dataDir = join(folder, 'data');
	port = await freePort();
	hall = await makeHallOnDisk(dataDir, `http://127.0.0.1:${port}`, { guests: 6 });
	board = `board.${hall.workshop.boardIds[0] ?? ''}`;
	people = [];
});
afterEach(async () => {
	clearInterval(writing);
	for (const { client } of people) client.destroy();
	await server?.kill();
	server = undefined;
	await rm(folder, { recursive: true, force: true });
});

async function start(
	options: { fileLimit?: number; environment?: Record<string, string> } = {}
): Promise<TestServer<unknown>> {
	const environment = { PORT: String(port), ...options.environment };
	server = await startServer({ ...options, dataDir, environment, quiet: true });
	return server;
}

/** Lets everybody come in and write, until the server is gone. */
function startWriting(): void {
	const place = { syncUrl: `ws://127.0.0.1:${port}/sync`, room: board };
	const random = new SeededRandom(415);
	people = hall.guests.map(
		(who, name) => new Participant(place, who, random, { name, mostNotes: 100 })
	);
	writing = setInterval(() => random.pick(people).act(), 15);
}

function stored(): Promise<StoredFacts> {
	const clusters = `clusters.${hall.workshop.workshopId}`;
	return readStoredFacts(dataDir, { boards: [board], clusters });
}

const acknowledged = (): number =>
	people.flatMap(({ ledgers }) => ledgers).reduce((sum, ledger) => sum + ledger.acknowledged, 0);
const waiting = (): number =>
	people.flatMap(({ ledgers }) => ledgers).reduce((sum, ledger) => sum + ledger.waiting, 0);

/** The server is gone: nobody was told or shown anything that is not on disk. */
async function expectHonesty(): Promise<void> {
	await until('everybody noticed', () =>
		people.every(({ client }) => !client.provider.wsconnected)
	);
	clearInterval(writing);
	expect(waiting()).toBeGreaterThan(0);
	const { rows, log, all } = await stored();
	for (const person of people) {
		expect(person.lost(log)).toEqual([]);
		expect(person.lost(rows)).toEqual([]);
		const seen = [...boardFacts(person.client.doc).keys()];
		const written = (fact: string) => person.ledgers.some((ledger) => ledger.wrote(fact));
		const others = seen.filter((fact) => fact.startsWith('text') && !written(fact));
		expect(others.filter((fact) => !all.has(fact))).toEqual([]);
	}
}

/** With the trouble mended and the server started again everything arrives, each thing once. */
async function expectRecovery(): Promise<void> {
	await start();
	await until('everything is saved', () => people.every(({ client }) => client.allSaved), 20_000);
	expect(waiting()).toBe(0);
	const docs = people.map(({ client }) => client.doc);
	await until('all are equal', () =>
		docs.every((doc) => Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(docs[0] ?? doc)))
	);
	const { rows, log, all, docs: inLog } = await stored();
	const ledgers = people.flatMap((person) => person.ledgers);
	expect(ledgers.flatMap((ledger) => [...ledger.lost(log), ...ledger.lost(rows)])).toEqual([]);
	const texts = [...all].filter((fact) => fact.startsWith('text'));
	expect(texts.filter((fact) => !ledgers.some((ledger) => ledger.wrote(fact)))).toEqual([]);
	const logged = inLog.get(board);
	expect(logged && boardFacts(logged)).toEqual(boardFacts(docs[0] ?? new Y.Doc()));
}

async function inDatabase(change: (db: RootDb) => Promise<unknown>): Promise<void> {
	const db = openSqlite(join(dataDir, 'tachawor.db'));
	await change(db);
	await db.destroy();
}

test.each(['doc_update', 'note'])(
	'[NL4] a commit that fails at a row of %s stops the server, and nothing of it was called saved',
	async (table) => {
		const broken = await start();
		startWriting();
		await until('some is saved', () => acknowledged() > 20);
		await inDatabase((db) =>
			sql`create trigger broken before insert on ${sql.table(table)}
				begin select raise(abort, 'the disk is broken'); end`.execute(db)
		);
		expect(await broken.ended).toBe(1);
		expect(broken.complaints).toContain('an update could not be stored');
		expect(broken.complaints).toContain('the disk is broken');
		await expectHonesty();
		await inDatabase((db) => sql`drop trigger broken`.execute(db));
		await expectRecovery();
	}
);

test('[NL5] [ST4] on a disk that fills up the server goes on, calls nothing saved that is not, and says so once', async () => {
	const { size } = await stat(join(dataDir, 'tachawor.db'));
	const full = await start({ fileLimit: Math.ceil(size / 1024) + 300 });
	startWriting();
	await until('it takes nothing more', async () => (await readiness(full)) === 503, 30_000);
	expect(acknowledged()).toBeGreaterThan(20);
	for (let looks = 0; looks < 3; looks++) expect(await readiness(full)).toBe(503);
	expect(full.complaints.match(/nothing new is stored/g)).toHaveLength(1);
	expect((await fetch(`${full.origin}/join`)).status).toBe(200);
	await full.kill();
	await expectHonesty();
	await expectRecovery();
});

/** A disk of its own in memory, which only an administrator of the machine can make. */
function mountDisk(at: string): boolean {
	return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', at]).status === 0;
}

test('[ST2] [ST7] a disk that is really full stops nothing but storing, and with room all goes on by itself', async (context) => {
	const disk = join(folder, 'disk');
	await mkdir(disk);
	if (!mountDisk(disk)) return context.skip('a disk of its own needs rights on this machine');
	try {
		await cp(dataDir, disk, { recursive: true });
		dataDir = disk;
		const full = await start({ environment: { TMPDIR: disk } });
		startWriting();
		await until('some is saved', () => acknowledged() > 20);
		await fillDisk(join(disk, 'filler'));
		await until('it takes nothing more', async () => (await readiness(full)) === 503, 30_000);
		await until('somebody waits', () => waiting() > 0);
		const lead = new HttpClient(full.origin, hall.lead.cookie);
		const { workshopId } = hall.workshop;
		for (const path of [`/workshops/${workshopId}/run`, '/workshops'])
			expect(await lead.page(path)).toContain('<html');
		for (const format of ['json', 'pdf', 'docx']) {
			const subject = format === 'json' ? 'data' : 'report';
			const path = `/api/workshops/${workshopId}/documents/${subject}/${format}?language=fr`;
			const answer = await fetch(`${full.origin}${path}`, { headers: { cookie: lead.cookie } });
			expect([format, answer.status]).toEqual([format, 200]);
			expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(500);
		}
		const { joinCode, categoryIds } = hall.workshop;
		const join1 = { code: joinCode, categoryId: categoryIds[0], language: 'fr' };
		await expect(new HttpClient(full.origin).json('POST', '/api/join', join1)).rejects.toThrow(
			/503 .*storage_full/
		);
		expect(full.complaints.match(/nothing new is stored/g)).toHaveLength(1);
		await rm(join(disk, 'filler'));
		await until('it is ready', async () => (await readiness(full)) === 200, 20_000);
		clearInterval(writing);
		await until('everything is saved', () => people.every(({ client }) => client.allSaved), 20_000);
		expect(waiting()).toBe(0);
		await new HttpClient(full.origin).json('POST', '/api/join', join1);
		await full.stop();
		const { rows, log } = await stored();
		for (const person of people) expect([...person.lost(log), ...person.lost(rows)]).toEqual([]);
	} finally {
		for (const { client } of people) client.destroy();
		await server?.kill();
		spawnSync('umount', ['-l', disk]);
	}
});

/** Writes until nothing more fits. */
async function fillDisk(path: string): Promise<void> {
	const file = await open(path, 'a');
	try {
		for (let bytes = 65_536; bytes >= 1;)
			await file.write(Buffer.alloc(bytes)).catch(() => (bytes = Math.floor(bytes / 2)));
	} finally {
		await file.close();
	}
}

async function readiness({ origin }: TestServer<unknown>): Promise<number> {
	return (await fetch(`${origin}/readyz`)).status;
}

test('[NL6] on a disk that is full already the server does not start, and says why', async () => {
	const empty = join(folder, 'empty');
	await expect(startServer({ dataDir: empty, fileLimit: 100, quiet: true })).rejects.toThrow(
		/A migration failed\.\n.*(disk|full)/
	);
});

test('[NL7] every commit is synced to the disk before it counts', async () => {
	await inDatabase(async (db) => {
		const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(db);
		expect(rows).toEqual([{ synchronous: 2 }]);
		const mode = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db);
		expect(mode.rows).toEqual([{ journal_mode: 'wal' }]);
	});
});
