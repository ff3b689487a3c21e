import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addNote, editNoteText, readNotes } from '#lib/board/board-doc.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { openPseudonyms } from '#lib/server/notes/pseudonyms.ts';
import { roomContents } from '#lib/server/room-contents.ts';
import { checkLogs } from '#lib/server/rooms/log/check-logs.ts';
import { CommitQueue } from '#lib/server/rooms/log/commit-queue.ts';
import { verifyRooms } from '#lib/server/rooms/log/verify-rooms.ts';
import { startLiveApp, type LiveApp } from '../../support/server/live-app.ts';
import { LiveClient } from '../../support/sockets/live-client.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { until } from '../../support/until.ts';

forEachEngine('what is saved stays saved', (open) => {
	let db: RootDb;
	let live: LiveApp;
	let made: MadeWorkshop;
	let board: string;
	let room: string;
	const clients: LiveClient[] = [];

	beforeEach(async () => {
		db = await open();
		live = await startLiveApp(db, { snapshotEvery: 5 });
		made = await makeWorkshop(db, {
			workshop: { state: 'open', opened_at: 1 },
			activities: [{ state: 'open', opened_at: 1 }]
		});
		board = made.boardIds[0] ?? '';
		room = `board.${board}`;
	});

	afterEach(async () => {
		for (const client of clients.splice(0)) client.destroy();
		await live.stop();
	});

	async function joinBoard(): Promise<LiveClient> {
		const guest = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
		const client = new LiveClient(live.syncUrl, room, guest);
		clients.push(client);
		await until('the client is in step', () => client.synced);
		return client;
	}

	async function writeNotes(client: LiveClient, count: number): Promise<void> {
		for (let n = 0; n < count; n++) {
			const pseudonym = client.status?.pseudonym ?? '';
			addNote(client.doc, { pseudonym, columnId: 'S', text: `فكرة ${n}`, at: Date.now() });
			await until('it is saved', () => client.allSaved);
		}
	}

	async function rowsOf(table: 'doc_update' | 'doc_archive'): Promise<number[]> {
		const rows = await db.selectFrom(table).select('seq').where('room', '=', room).execute();
		return rows.map(({ seq }) => seq).sort((a, b) => a - b);
	}

	async function restart(): Promise<void> {
		for (const client of clients.splice(0)) client.destroy();
		await live.app.rooms.close();
		live = await startLiveApp(db, { snapshotEvery: 5 });
	}

	const textsOnServer = (): Promise<string[]> =>
		live.app.rooms.read('board', board, (doc) => readNotes(doc).map(({ text }) => text));

	async function verify(rebuild = false) {
		return verifyRooms(db, roomContents(db, await openPseudonyms(db)), { rebuild });
	}

	test('[DU1] a verified snapshot moves the rows it holds to the archive, and nothing is deleted', async () => {
		await writeNotes(await joinBoard(), 7);
		await until('the rows are archived', async () => (await rowsOf('doc_archive')).length >= 5);
		expect([...(await rowsOf('doc_archive')), ...(await rowsOf('doc_update'))]).toEqual([
			1, 2, 3, 4, 5, 6, 7
		]);
		await restart();
		expect(await textsOnServer()).toHaveLength(7);
		expect(await verify()).toMatchObject({ disagreements: [], projectedRows: 7 });
	});

	test('[DU2] what a client learns from the server is on disk, also while a commit takes long', async () => {
		const [writer, reader] = [await joinBoard(), await joinBoard()];
		reader.provider.disconnect();
		let release = (): void => undefined;
		// Where there are several connections, the server waits for this row to be stored or taken back.
		const seq = (await rowsOf('doc_update')).length + 1;
		const held = db.transaction().execute(async (trx) => {
			const values = { actor_id: null, bytes: new Uint8Array(), at: 0, epoch: 0, checksum: null };
			await trx
				.insertInto('doc_update')
				.values({ room, seq, ...values })
				.execute();
			await new Promise<void>((done) => (release = done));
			throw new Error('taken back');
		});
		const pseudonym = writer.status?.pseudonym ?? '';
		addNote(writer.doc, { pseudonym, columnId: 'S', text: 'not on disk yet', at: 1 });
		await new Promise((resolve) => setTimeout(resolve, 200));
		expect(writer.allSaved).toBe(false);
		expect(readNotes(reader.doc)).toEqual([]);
		release();
		await expect(held).rejects.toThrow('taken back');
		reader.provider.connect();
		await until('it arrives once it is stored', () => readNotes(reader.doc).length === 1);
		await until('and is acknowledged', () => writer.allSaved);
	});

	test('[DU3] a damaged row is reported at the start and set aside; the others are loaded', async () => {
		const [first, second] = [await joinBoard(), await joinBoard()];
		await writeNotes(first, 1);
		await writeNotes(second, 1);
		await restart();
		await db
			.updateTable('doc_update')
			.set({ bytes: new Uint8Array([1, 2, 3]) })
			.where('room', '=', room)
			.where('seq', '=', 2)
			.execute();
		expect(await checkLogs(db, Date.now())).toEqual([
			{ room, damaged: [{ seq: 2, reason: 'checksum' }], missing: [], snapshotDamaged: false }
		]);
		expect(await rowsOf('doc_update')).toEqual([1]);
		const aside = await db.selectFrom('doc_damaged').select(['seq', 'reason']).execute();
		expect(aside).toEqual([{ seq: 2, reason: 'checksum' }]);
		expect(await textsOnServer()).toHaveLength(1);
		expect(await checkLogs(db, Date.now())).toEqual([]);
		expect((await verify()).disagreements.map(({ what }) => what)).toContain('row-set-aside');
		await writeNotes(await joinBoard(), 1);
		expect(await rowsOf('doc_update')).toEqual([1, 3]);
	});

	test('[DU4] a room whose snapshot is damaged is loaded from the archive', async () => {
		await writeNotes(await joinBoard(), 6);
		await until('there is a snapshot', async () => (await rowsOf('doc_archive')).length >= 5);
		await restart();
		await db
			.updateTable('doc_snapshot')
			.set({ bytes: new Uint8Array([0, 0]) })
			.where('room', '=', room)
			.execute();
		expect(await checkLogs(db, Date.now())).toMatchObject([{ room, snapshotDamaged: true }]);
		expect(await textsOnServer()).toHaveLength(6);
		expect((await verify()).disagreements).toMatchObject([{ room, what: 'snapshot-damaged' }]);
	});

	test('[DU5] the verification says exactly which row disagrees, and rebuilding mends the rows', async () => {
		await writeNotes(await joinBoard(), 2);
		await restart();
		const [note] = await db.selectFrom('note').selectAll().execute();
		await db
			.updateTable('note')
			.set({ text: 'changed behind the log' })
			.where('key', '=', note?.key ?? '')
			.execute();
		const before = await verify();
		expect(before.disagreements.map(({ what }) => what)).toEqual(['rows-differ', 'rows-differ']);
		expect(before.disagreements[0]?.where).toContain('changed behind the log');
		expect((await verify()).disagreements).toHaveLength(2);
		await verify(true);
		expect((await verify()).disagreements).toEqual([]);
	});

	test('[DU6] a row that is gone is told by its number', async () => {
		await writeNotes(await joinBoard(), 3);
		await restart();
		await db.deleteFrom('doc_update').where('room', '=', room).where('seq', '=', 2).execute();
		expect((await checkLogs(db, Date.now()))[0]).toMatchObject({ room, missing: [2] });
		expect((await verify()).disagreements).toContainEqual({
			room,
			what: 'row-missing',
			where: '2'
		});
	});

	test('[DU7] what waits while a commit runs is committed together; a failure stores and answers nothing after', async () => {
		const failures: unknown[] = [];
		const queue = new CommitQueue(db, (error) => failures.push(error));
		const at = (seq: number) => ({ room: 'board.x', seq, actor_id: null, at: 0, epoch: 0 });
		const store = (seq: number): Promise<void> =>
			queue.store([
				db
					.insertInto('doc_update')
					.values({ ...at(seq), bytes: new Uint8Array([seq]), checksum: null })
					.compile()
			]);
		await Promise.all([store(1), store(2), store(3)]);
		// The third fails and takes the second, which waited with it, along: neither is on disk.
		const outcomes = await Promise.allSettled([store(4), store(5), store(5), store(6)]);
		expect(outcomes.map(({ status }) => status)).toEqual([
			'fulfilled',
			'rejected',
			'rejected',
			'rejected'
		]);
		await expect(store(7)).rejects.toThrow();
		expect(failures).toHaveLength(1);
		const rows = await db
			.selectFrom('doc_update')
			.select('seq')
			.where('room', '=', 'board.x')
			.orderBy('seq')
			.execute();
		expect(rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
	});

	test('[DU8] an edit and what it followed are replayed to the same text', async () => {
		const writer = await joinBoard();
		await writeNotes(writer, 1);
		const [note] = readNotes(writer.doc);
		editNoteText(writer.doc, note?.key ?? '', 'نص آخر');
		await until('the edit is saved', () => writer.allSaved);
		await restart();
		expect(await textsOnServer()).toEqual(['نص آخر']);
		expect((await verify()).disagreements).toEqual([]);
	});
});

describe('a log without a database', () => {
	test('[DU9] an update that needs one which is missing is not parked when it is replayed', async () => {
		const { applyRows } = await import('#lib/server/rooms/log/replay-log.ts');
		const source = new Y.Doc();
		const updates: Uint8Array[] = [];
		source.on('update', (bytes: Uint8Array) => updates.push(bytes));
		source.getMap('notes').set('a', 1);
		source.getMap('notes').set('a', 2);
		const doc = new Y.Doc();
		const row = (seq: number) => ({
			seq,
			actorId: null,
			bytes: updates[seq - 1] ?? new Uint8Array(),
			at: 0,
			epoch: 0,
			checksum: null
		});
		expect(applyRows('board.x', doc, [row(2)])).toMatchObject([{ reason: 'depends-on-damage' }]);
		expect(doc.store.pendingStructs).toBeNull();
		expect(applyRows('board.x', doc, [row(1), row(2)])).toEqual([]);
		expect(doc.getMap('notes').get('a')).toBe(2);
	});
});
