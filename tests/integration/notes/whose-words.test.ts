import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addNote, deleteNote, editNoteText, notesOf, readNotes } from '#lib/board/board-doc.ts';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import { newId } from '#lib/domain/id.ts';
import { openPseudonyms } from '#lib/server/notes/pseudonyms.ts';
import { verifyRooms } from '#lib/server/rooms/log/verify-rooms.ts';
import { roomContents } from '#lib/server/room-contents.ts';
import { startLiveApp, type LiveApp } from '../../support/server/live-app.ts';
import { LiveClient, type LiveClientIdentity } from '../../support/sockets/live-client.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { readZip, wordTextOf } from '../../support/files/read-zip.ts';
import { until } from '../../support/until.ts';
import { facilitator, joinAs, makeTable } from '../../support/workshops/workshop-people.ts';

const TEXT = 'لا نوافق على المشروع';
const OTHER = 'نوافق على المشروع';
const HOUR = 3_600_000;

forEachEngine('whose words they are', (open) => {
	let live: LiveApp;
	let made: MadeWorkshop;
	let board: string;
	const clients: LiveClient[] = [];

	beforeEach(async () => {
		const db = await open();
		live = await startLiveApp(db);
		const opened = Date.now() - 5 * HOUR;
		made = await makeWorkshop(db, {
			workshop: { opened_at: opened },
			activities: [{ state: 'open', opened_at: opened }]
		});
		board = made.boardIds[0] ?? '';
	});
	afterEach(async () => {
		for (const client of clients.splice(0)) client.destroy();
		await live.stop();
	});

	const lead = (): AccountActor => facilitator(made.facilitatorId);
	const guest = () => live.guest(made.workshopId, made.categoryIds[0] ?? '');
	const row = () =>
		live.app.db.selectFrom('note').selectAll().where('deleted', '=', 0).executeTakeFirst();

	async function connect(who: LiveClientIdentity, boardId = board): Promise<LiveClient> {
		const client = new LiveClient(live.syncUrl, `board.${boardId}`, who);
		clients.push(client);
		await until('it is in step', () => client.synced);
		return client;
	}
	function write(client: LiveClient, at = Date.now()): string {
		const pseudonym = client.status?.pseudonym ?? '';
		return addNote(client.doc, { pseudonym, columnId: 'S', text: TEXT, at });
	}
	async function saved(client: LiveClient): Promise<void> {
		await until('all is saved', () => client.allSaved);
	}
	function bringBack(client: LiveClient, key: string, words: string): void {
		const note = notesOf(client.doc).get(key);
		client.doc.transact(() => {
			note?.set('deleted', false);
			const text = note?.get('text');
			if (text instanceof Y.Text) text.insert(0, words);
		});
	}
	async function inDocument(format: 'json' | 'docx'): Promise<string> {
		const subject = format === 'json' ? 'data' : 'report';
		const wanted = { subject, format, locale: 'fr' } as const;
		const { bytes } = await live.app.documents.make(lead(), made.workshopId, wanted);
		if (format === 'json') return new TextDecoder().decode(bytes);
		return wordTextOf(readZip(bytes).get('word/document.xml') ?? '');
	}

	test('[GT20] a note that a facilitator deletes and brings back with other words says so to everybody, in plan and files too', async () => {
		const author = await connect(await guest());
		const desk = await connect(await live.account(made.facilitatorId));
		const key = write(author);
		await until('the facilitator has it', () => readNotes(desk.doc).length === 1);
		deleteNote(desk.doc, key);
		await until('the author sees it go', () => readNotes(author.doc).length === 0);
		bringBack(desk, key, TEXT);
		await until('it is back as it was', async () => (await row())?.text === TEXT);
		expect(await row()).toMatchObject({ edited_by: null });
		expect(await inDocument('docx')).not.toContain('texte modifié');

		deleteNote(desk.doc, key);
		bringBack(desk, key, OTHER);
		const mark = `facilitator:${made.facilitatorId}`;
		for (const page of [author, desk])
			await until('all see whose hand it was', () => readNotes(page.doc)[0]?.edited === mark);
		expect(await row()).toMatchObject({ text: OTHER, edited_by: mark });
		const data = JSON.parse(await inDocument('json')) as { notes: unknown };
		expect(data.notes).toMatchObject([{ text: OTHER, edited: true, editedBy: 'facilitator' }]);
		expect(await inDocument('docx')).toContain('(texte modifié par un facilitateur)');
		const untraced = await live.app.proposals.untracedNotes(lead(), made.workshopId);
		expect(untraced).toMatchObject([{ text: OTHER, editedBy: 'facilitator' }]);

		const history = await live.app.history.ofBoard(lead(), made.workshopId, board);
		expect(history.at(-1)).toMatchObject({ text: OTHER, by: { kind: 'facilitator' } });
		const { db } = live.app;
		const contents = roomContents(db, await openPseudonyms(db));
		const { disagreements } = await verifyRooms(db, contents, { rebuild: false });
		expect(disagreements).toEqual([]);
	});

	test('[GT20] so it does where a table’s facilitator does it, whose name it does not say', async () => {
		const { db } = live.app;
		const table = await makeTable(db, made, { activityId: made.activityIds[0] ?? '' });
		const seated = async (role: 'member' | 'facilitator') => {
			const who = await guest();
			const { id: participantId } = await db
				.selectFrom('participant')
				.select('id')
				.where('actor_id', '=', who.actorId)
				.executeTakeFirstOrThrow();
			const seat = { participantId, spaceId: table.spaceId, role };
			await live.app.spaces.seat(lead(), made.workshopId, seat);
			return Object.assign(await connect(who, table.boardId), { who });
		};
		const [author, host] = [await seated('member'), await seated('facilitator')];
		const key = write(author);
		await until('the host has it', () => readNotes(host.doc).length === 1);
		deleteNote(host.doc, key);
		await saved(host);
		bringBack(host, key, OTHER);
		await until('the author sees whose hand it was', () =>
			readNotes(author.doc).some(({ edited }) => edited === 'table_facilitator')
		);
		const seen = Buffer.from(Y.encodeStateAsUpdate(author.doc)).toString('latin1');
		expect(seen).not.toContain(host.who.actorId);
		expect(await row()).toMatchObject({ text: OTHER, edited_by: 'table_facilitator' });
	});

	test('[GT20] what an old page marks without a name gets one', async () => {
		const author = await connect(await guest());
		const desk = await connect(await live.account(made.facilitatorId));
		const key = write(author);
		await until('the facilitator has it', () => readNotes(desk.doc).length === 1);
		editNoteText(desk.doc, key, OTHER, true);
		expect(readNotes(desk.doc)[0]?.edited).toBe('somebody');
		const mark = `facilitator:${made.facilitatorId}`;
		await until('the server names it', () => readNotes(desk.doc)[0]?.edited === mark);
	});

	test('[GT21] a note that is written on the line has the server’s time, whatever it claims', async () => {
		const author = await connect(await guest());
		const before = Date.now();
		for (const claimed of [0, before - 4 * HOUR, before + HOUR, 8.64e15]) {
			const key = write(author, claimed);
			const at = () => Number(notesOf(author.doc).get(key)?.get('at'));
			await until('the server says when', () => at() !== claimed);
			expect(at()).toBeGreaterThan(before - 30_000);
			expect(at()).toBeLessThanOrEqual(Date.now());
			const { created_at } = await live.app.db
				.selectFrom('note')
				.select('created_at')
				.where('key', '=', key)
				.executeTakeFirstOrThrow();
			expect(created_at).toBe(at());
		}
	});

	test('[GT21] what a phone wrote before it first came has its own time, back to when the board was opened', async () => {
		const who = await guest();
		const pseudonym = await (await openPseudonyms(live.app.db)).of(board, who.actorId);
		const away = new LiveClient(live.syncUrl, `board.${board}`, who, { connect: false });
		clients.push(away);
		const now = Date.now();
		const wrote = (at: number) => addNote(away.doc, { pseudonym, columnId: 'S', text: TEXT, at });
		const [believed, old] = [wrote(now - 2 * HOUR), wrote(Date.UTC(2015, 0, 1))];
		away.provider.connect();
		await saved(away);
		const { opened_at } = await live.app.db
			.selectFrom('board')
			.select('opened_at')
			.executeTakeFirstOrThrow();
		const at = (key: string) => notesOf(away.doc).get(key)?.get('at');
		await until('the server says when', () => at(old) === Number(opened_at));
		expect(at(believed)).toBe(now - 2 * HOUR);
	});

	test('[GT21] what a phone wrote while it was away is not older than when it was heard of last', async () => {
		const author = await connect(await guest());
		write(author);
		await saved(author);
		const heard = Date.now();
		author.provider.disconnect();
		const key = write(author, heard - 3 * HOUR);
		author.provider.connect();
		const at = () => Number(notesOf(author.doc).get(key)?.get('at'));
		await until('the server says when', () => at() > heard - HOUR);
		expect(at()).toBeGreaterThan(heard - 30_000);
	});

	test('[LN6] a late note is not older than its board', async () => {
		const actor = await joinAs(live.app.db, made.workshopId, made.categoryIds[0] ?? '');
		const pseudonym = await (await openPseudonyms(live.app.db)).of(board, actor.id);
		await live.app.db.updateTable('board').set({ state: 'closed' }).execute();
		const note = { key: `${pseudonym}:${newId(12)}`, columnId: 'S', text: TEXT, at: 0 };
		const [own] = await live.app.lateNotes.handIn(actor, made.workshopId, {
			boardId: board,
			notes: [note]
		});
		const { opened_at } = await live.app.db
			.selectFrom('board')
			.select('opened_at')
			.executeTakeFirstOrThrow();
		expect(own?.at).toBe(Number(opened_at));
	});
});
