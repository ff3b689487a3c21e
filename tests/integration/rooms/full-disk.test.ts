import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addNote, readNotes } from '#lib/board/board-doc.ts';
import { readStage } from '#lib/board/stage-doc.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import { MIGRATIONS } from '#lib/server/db/migrations.ts';
import { openServedDatabase } from '#lib/server/db/open-database.ts';
import { openPseudonyms } from '#lib/server/notes/pseudonyms.ts';
import { roomContents } from '#lib/server/room-contents.ts';
import { verifyRooms } from '#lib/server/rooms/log/verify-rooms.ts';
import { startLiveApp, type LiveApp } from '../../support/server/live-app.ts';
import { LiveClient } from '../../support/sockets/live-client.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { facilitator } from '../../support/workshops/workshop-people.ts';
import { until } from '../../support/until.ts';

/** A database that takes no more pages, or no writing at all: SQLite's own errors, on any machine. */
const TROUBLES = [
	{
		trouble: 'storage_full',
		begin: (db: RootDb) => sql`pragma max_page_count = 1`.execute(db),
		end: (db: RootDb) => sql`pragma max_page_count = 1000000`.execute(db)
	},
	{
		trouble: 'storage_read_only',
		begin: (db: RootDb) => sql`pragma query_only = on`.execute(db),
		end: (db: RootDb) => sql`pragma query_only = off`.execute(db)
	}
] as const;

describe.each(TROUBLES)('on a disk with $trouble', ({ trouble, begin, end }) => {
	let folder: string;
	let db: RootDb;
	let live: LiveApp;
	let made: MadeWorkshop;
	let room: string;
	let faults: unknown[];
	const clients: LiveClient[] = [];

	beforeEach(async () => {
		folder = await mkdtemp(join(tmpdir(), 'tachawor-full-'));
		faults = [];
		const troubles = {
			fatal: (error: unknown) => faults.push(error),
			report: (error: unknown) => faults.push(error)
		};
		db = openServedDatabase({ dataDir: folder }, troubles);
		await migrateToLatest(db, MIGRATIONS);
		made = await makeWorkshop(db, {
			workshop: { state: 'open', opened_at: 1 },
			activities: [{ state: 'open', opened_at: 1 }]
		});
		live = await startLiveApp(db, { snapshotEvery: 5 });
		room = `board.${made.boardIds[0] ?? ''}`;
	});
	afterEach(async () => {
		for (const client of clients.splice(0)) client.destroy();
		await live.stop();
		await rm(folder, { recursive: true, force: true });
		expect(faults).toEqual([]);
	});

	async function joinBoard(): Promise<LiveClient> {
		const guest = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
		return enter(guest);
	}

	async function enter(who: Awaited<ReturnType<LiveApp['guest']>>): Promise<LiveClient> {
		const client = new LiveClient(live.syncUrl, room, who, { maxBackoff: 100 });
		clients.push(client);
		await until('the client is in step', () => client.synced);
		return client;
	}

	function write(client: LiveClient, text: string): void {
		const pseudonym = client.status?.pseudonym ?? '';
		addNote(client.doc, { pseudonym, columnId: 'S', text, at: Date.now() });
	}

	const textsOf = (client: LiveClient): string[] =>
		readNotes(client.doc)
			.map(({ text }) => text)
			.sort();

	/** Somebody writes until it cannot be stored. Gives what was written, in its order. */
	async function writeUntilFull(client: LiveClient): Promise<string[]> {
		const written: string[] = [];
		while (live.app.storage.trouble === null) {
			const text = `${written.length} ${'م'.repeat(500)}`;
			written.push(text);
			write(client, text);
			await until(
				'it is saved, or cannot be',
				() => client.allSaved || live.app.storage.trouble !== null
			);
		}
		return written;
	}

	test('[ST2] [ST3] what cannot be stored is not acknowledged, shown to nobody, kept on its phone and saved once there is room', async () => {
		const [writer, other] = [await joinBoard(), await joinBoard()];
		const late = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
		await begin(db);
		const written = await writeUntilFull(writer);
		const stored = written.slice(0, -1);
		await until('the writer is told why', () => writer.status?.trouble === trouble);
		write(writer, 'more');
		write(other, 'and of another');
		const newcomer = await enter(late);
		await until('the newcomer sees what is stored', () =>
			stored.every((text) => textsOf(newcomer).includes(text))
		);
		await until('everybody is back', () => writer.synced && other.synced);
		expect(textsOf(newcomer)).toEqual([...stored].sort());
		expect(textsOf(other)).toEqual([...stored, 'and of another'].sort());
		expect(writer.allSaved).toBe(false);
		expect(other.allSaved).toBe(false);
		expect(newcomer.status?.trouble).toBe(trouble);
		const rows = await db.selectFrom('note').select('text').execute();
		expect(rows.map(({ text }) => text).sort()).toEqual([...stored].sort());

		await end(db);
		const all = [...written, 'more', 'and of another'].sort();
		for (const client of [writer, other, newcomer])
			await until('it is with everybody', () => textsOf(client).join() === all.join(), 20_000);
		await until('it is saved', () => writer.allSaved && other.allSaved, 20_000);
		expect(writer.status?.trouble).toBeNull();
		expect(live.app.storage.trouble).toBeNull();
		const proof = await verifyRooms(db, roomContents(db, await openPseudonyms(db)), {
			rebuild: false
		});
		expect(proof.disagreements).toEqual([]);
	});

	test('[ST4] [ST5] commands say so, readiness too, while pages and exports go on; then all goes on by itself', async () => {
		const writer = await joinBoard();
		await begin(db);
		await writeUntilFull(writer);
		const lead = facilitator(made.facilitatorId);
		const many = { ar: 'م'.repeat(120), fr: 'm'.repeat(120) };
		const addRegions = async (): Promise<void> => {
			for (let row = 0; row < 50; row++)
				await live.app.regions.add({ ...lead, role: 'administrator' }, many);
		};
		await expect(addRegions()).rejects.toMatchObject({ code: trouble });
		await until('it is known', async () => (await live.app.ready()) === trouble);
		expect((await live.app.workshops.get(lead, made.workshopId)).id).toBe(made.workshopId);
		const wanted = { subject: 'data', format: 'json', locale: 'ar' } as const;
		const file = await live.app.documents.make(lead, made.workshopId, wanted);
		expect(file.bytes.byteLength).toBeGreaterThan(100);
		// A change by the server finds the document as it was.
		const change = live.app.rooms.change('board', made.boardIds[0] ?? '', null, (doc) =>
			doc.getMap('notes').set('never', 'x')
		);
		await expect(change).rejects.toMatchObject({ code: trouble });
		await end(db);
		await until('it is ready again', async () => (await live.app.ready()) === null, 20_000);
		await live.app.regions.add({ ...lead, role: 'administrator' }, many);
		await until('the note is saved', () => writer.allSaved, 20_000);
	});

	test('[ST5] a step that is stored while nothing can be told is told by itself', async () => {
		const lead = facilitator(made.facilitatorId);
		const writer = await joinBoard();
		const guest = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
		const phone = new LiveClient(live.syncUrl, `stage.${made.workshopId}`, guest, {
			maxBackoff: 100
		});
		clients.push(phone);
		await until('the stage is there', () => readStage(phone.doc) !== undefined);
		const { version } = readStage(phone.doc)!;
		expect(writer.status?.mayWrite).toBe(true);
		await begin(db);
		await writeUntilFull(writer);
		await end(db);
		// Its rows can be stored again, while the rooms wait until that was tried.
		const board = made.boardIds[0] ?? '';
		await live.app.stage.lockBoard(lead, made.workshopId, board, version).catch(() => undefined);
		await until(
			'the phone is told',
			() => readStage(phone.doc)?.boards.find(({ id }) => id === board)?.locked === true,
			20_000
		);
		await until('nobody writes any more', () => writer.status?.mayWrite === false, 20_000);
	});

	test('[ST6] a server starts on it, serves what it has, and stores once there is room', async () => {
		const guest = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
		const writer = await enter(guest);
		write(writer, 'before');
		await until('it is saved', () => writer.allSaved);
		writer.destroy();
		await begin(db);
		await live.app.rooms.close();
		const again = await startLiveApp(db);
		const client = new LiveClient(again.syncUrl, room, { ...guest, origin: again.origin });
		clients.push(client);
		await until('what was saved is there', () => textsOf(client).includes('before'));
		await end(db);
		await until('all is well', async () => (await again.app.ready()) === null, 20_000);
		await until('the client is back', () => client.synced && client.status?.trouble === null);
		write(client, 'after');
		await until('it is saved', () => client.allSaved);
		await again.app.rooms.close();
	});
});
