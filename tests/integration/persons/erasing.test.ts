import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addNote, deleteNote, editNoteText, moveNote, readNotes } from '#lib/board/board-doc.ts';
import { addCluster, readClusters } from '#lib/board/clusters-doc.ts';
import { addAxis, addObjective } from '#lib/board/plan-doc.ts';
import type { GuestActor } from '#lib/domain/people/actor.ts';
import { roomName } from '#lib/realtime/room-name.ts';
import { CLOSE_CODE } from '#lib/realtime/close-code.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { openServedDatabase } from '#lib/server/db/open-database.ts';
import { openPseudonyms } from '#lib/server/notes/pseudonyms.ts';
import { roomContents } from '#lib/server/room-contents.ts';
import { BLOT } from '#lib/server/rooms/log/erase-words.ts';
import { verifyRooms } from '#lib/server/rooms/log/verify-rooms.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { filesBelow, textsIn, textsInRows } from '../../support/persons/every-byte.ts';
import { startLiveApp } from '../../support/server/live-app.ts';
import { LiveClient, type LiveClientIdentity } from '../../support/sockets/live-client.ts';
import { until } from '../../support/until.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { openApp } from '../../support/workshops/people.ts';
import { facilitator } from '../../support/workshops/workshop-people.ts';

/** What the person to be erased writes and is called; each stands nowhere else. */
const WORDS = {
	first: 'نقص-السيولة-أولا',
	edited: 'liquidités-du-premier',
	appended: 'و-ضمانات-البنوك',
	byFacilitator: 'suite-de-la-facilitatrice',
	deleted: 'كلمات-حذفها-صاحبها',
	private: 'سر-لا-يقرؤه-أحد',
	privateShared: 'سر-صار-على-اللوحة',
	late: 'بطاقة-متأخرة-تنتظر',
	admitted: 'بطاقة-متأخرة-دخلت',
	name: 'فاطمة-الزهراء-بنسعيد',
	organisation: 'تعاونية-الأركان-للنساء',
	province: 'إقليم-مولاي-يعقوب',
	invitedAs: 'الاسم-على-البطاقة',
	secondName: 'فاطمة-ب-على-هاتف-ثان',
	fromSecondPhone: 'من-الهاتف-الثاني'
};
const OTHERS = 'كلمات شخص آخر تبقى كما هي';

/** A workshop in which one person wrote in every way there is, and another beside them. */
async function writtenHall(db: RootDb) {
	const live = await startLiveApp(db, { snapshotEvery: 6, idle: 1 });
	const clients: LiveClient[] = [];
	const made = await makeWorkshop(db, {
		activities: [{}, { parameters: { writing: 'private' } }, { parameters: { writing: 'private' } }]
	});
	const [board = '', hidden = '', revealed = ''] = made.boardIds;
	const lead = facilitator(made.facilitatorId);
	async function connect(room: string, who: LiveClientIdentity): Promise<LiveClient> {
		const client = new LiveClient(live.syncUrl, room, who);
		clients.push(client);
		await until('it is in step', () => client.synced);
		return client;
	}
	async function write(client: LiveClient, text: string): Promise<string> {
		const pseudonym = client.status?.pseudonym ?? '';
		const key = addNote(client.doc, { pseudonym, columnId: 'S', text, at: Date.now() });
		await until('it is saved', () => client.allSaved);
		return key;
	}
	async function step(client: LiveClient, change: () => void): Promise<void> {
		change();
		await until('it is saved', () => client.allSaved);
	}

	const who = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
	const person = await guestActor(db, who.actorId);
	await db
		.updateTable('participant')
		.set({ name: WORDS.name, organisation: WORDS.organisation, province: WORDS.province })
		.where('actor_id', '=', person.id)
		.execute();
	await live.app.tickets.invite(lead, made.workshopId, [
		{ name: WORDS.invitedAs, organisation: '', categoryId: null }
	]);
	await db
		.updateTable('ticket')
		.set({ participant_id: person.participantId })
		.where('workshop_id', '=', made.workshopId)
		.execute();
	const secondPhone = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
	const second = await guestActor(db, secondPhone.actorId);
	await db
		.updateTable('participant')
		.set({ name: WORDS.secondName })
		.where('actor_id', '=', second.id)
		.execute();
	await write(await connect(`board.${board}`, secondPhone), WORDS.fromSecondPhone);
	await live.app.people.merge(lead, made.workshopId, person.participantId, [second.participantId]);
	const other = await live.guest(made.workshopId, made.categoryIds[1] ?? '');
	const own = await connect(`board.${board}`, who);
	const beside = await connect(`board.${board}`, other);
	const leading = await connect(`board.${board}`, await live.account(made.facilitatorId));

	const key = await write(own, WORDS.first);
	await until('the lead has it', () => leading.doc.getMap('notes').has(key));
	const othersKey = await write(beside, OTHERS);
	await step(own, () => editNoteText(own.doc, key, WORDS.edited));
	// Letter by letter, so that only snapshots and rows hold the word as a whole.
	for (let end = 1; end <= WORDS.appended.length; end++) {
		const text = WORDS.edited + WORDS.appended.slice(0, end);
		await step(own, () => editNoteText(own.doc, key, text));
	}
	await until('the lead has all', () =>
		readNotes(leading.doc).some(({ text }) => text.endsWith(WORDS.appended))
	);
	const standing = WORDS.edited + WORDS.appended;
	await step(leading, () => editNoteText(leading.doc, key, standing + WORDS.byFacilitator, true));
	await step(leading, () => moveNote(leading.doc, key, 'W'));
	const deletedKey = await write(own, WORDS.deleted);
	await step(own, () => deleteNote(own.doc, deletedKey));

	const clusters = await connect(
		`clusters.${made.groupingId}`,
		await live.account(made.facilitatorId)
	);
	await step(clusters, () => {
		addCluster(
			clusters.doc,
			{ ar: 'التمويل' },
			[key, othersKey].map((key) => ({ board, key }))
		);
	});

	const secretly = await connect(`private.${hidden}`, who);
	await write(secretly, WORDS.private);
	const shared = await connect(`private.${revealed}`, who);
	await write(shared, WORDS.privateShared);
	const { version } = await live.app.stage.get(lead, made.workshopId);
	await live.app.stage.revealNotes(lead, made.workshopId, made.activityIds[2] ?? '', version);
	await until('it was brought', async () =>
		(await live.app.rooms.read('board', revealed, readNotes)).some(
			({ text }) => text === WORDS.privateShared
		)
	);

	await db.updateTable('board').set({ state: 'closed' }).where('id', '=', board).execute();
	const pseudonym = own.status?.pseudonym ?? '';
	const late = [WORDS.late, WORDS.admitted].map((text, index) => ({
		key: `${pseudonym}:latenote000${index}`,
		columnId: 'S',
		text,
		at: Date.now()
	}));
	await live.app.lateNotes.handIn(person, made.workshopId, { boardId: board, notes: late });
	await live.app.lateNotes.admit(lead, made.workshopId, [
		{ boardId: board, key: late[1]?.key ?? '' }
	]);
	await live.app.proposals.create(lead, made.workshopId, {
		text: { ar: 'إحداث صندوق ضمان' },
		clusterIds: [],
		noteKeys: [`${board}/${key}`]
	});
	await live.app.rooms.change('plan', made.planId, lead.id, (doc) => {
		addObjective(doc, addAxis(doc, { ar: 'محور' }), { ar: 'هدف' });
	});
	return {
		live,
		db,
		made,
		lead,
		person,
		who,
		key,
		othersKey,
		deletedKey,
		board,
		hidden,
		revealed,
		own,
		beside,
		leading,
		connect,
		async stop() {
			for (const client of clients) client.destroy();
			await live.stop();
		}
	};
}

async function guestActor(db: RootDb, actorId: string): Promise<GuestActor> {
	const row = await db
		.selectFrom('participant')
		.selectAll()
		.where('actor_id', '=', actorId)
		.executeTakeFirstOrThrow();
	return {
		kind: 'guest',
		id: actorId,
		workshopId: row.workshop_id,
		participantId: row.id,
		categoryId: row.category_id,
		role: 'participant',
		observing: false,
		seats: []
	};
}

async function disagreements(db: RootDb): Promise<unknown> {
	const contents = roomContents(db, await openPseudonyms(db));
	return (await verifyRooms(db, contents, { rebuild: false })).disagreements;
}

/** The words of the person that stand in any file of a folder. */
function wordsIn(folder: string): string[] {
	return [...filesBelow(folder).values()].flatMap((bytes) => textsIn(bytes, Object.values(WORDS)));
}

/** All rows that must be as they were: of others, of what was decided, and of the plan. */
async function whatStays(db: RootDb, made: MadeWorkshop, personId: string): Promise<unknown> {
	const note = await db
		.selectFrom('note')
		.select(['key', 'column_id', 'deleted', 'author_id', 'created_at', 'edited_by'])
		.where('workshop_id', '=', made.workshopId)
		.orderBy('key')
		.execute();
	const others = await db
		.selectFrom('note')
		.selectAll()
		.where('author_id', '!=', personId)
		.orderBy('key')
		.execute();
	const clusters = await db.selectFrom('cluster_note').selectAll().orderBy('note_key').execute();
	const people = await db
		.selectFrom('participant')
		.select(['id', 'category_id', 'joined_at', 'removed_at'])
		.orderBy('id')
		.execute();
	const proposals = await db.selectFrom('proposal_note').selectAll().execute();
	const texts = await db.selectFrom('proposal').selectAll().execute();
	const axes = await db.selectFrom('plan_axis').selectAll().execute();
	const objectives = await db.selectFrom('plan_objective').selectAll().execute();
	const plan = await db
		.selectFrom('doc_update')
		.selectAll()
		.where('room', '=', `plan.${made.planId}`)
		.execute();
	return { note, others, clusters, people, proposals, texts, axes, objectives, plan };
}

forEachEngine('erasing a person', (open) => {
	let hall: Awaited<ReturnType<typeof writtenHall>>;
	afterEach(() => hall.stop());

	test('[DP1] [DP2] no row holds a word of theirs; what others wrote and decided is as before; all agrees', async () => {
		hall = await writtenHall(await open());
		const { db, live, made, lead, person, key, board } = hall;
		const words = Object.values(WORDS);
		// What is looked for is found while it is there.
		const before = (await textsInRows(db, words)).join('\n');
		for (const word of words.filter((one) => one !== WORDS.appended))
			expect(before).toContain(word);
		expect(await disagreements(db)).toEqual([]);
		const stays = await whatStays(db, made, person.id);
		const history = await live.app.history.ofBoard(lead, made.workshopId, board);

		await live.app.persons.erase(lead, made.workshopId, person.participantId);

		expect(await textsInRows(db, words)).toEqual([]);
		expect(await whatStays(db, made, person.id)).toEqual(stays);
		expect(await disagreements(db)).toEqual([]);
		const notes = await live.app.rooms.read('board', board, readNotes);
		expect(notes.find((note) => note.key === key)).toMatchObject({
			columnId: 'W',
			text: 'كلمات مُحيت · Mots effacés · Words erased',
			edited: expect.stringMatching(/^facilitator:/) as string
		});
		expect(notes.find((note) => note.key === hall.othersKey)?.text).toBe(OTHERS);
		const clusters = await live.app.rooms.read('clusters', made.groupingId, readClusters);
		expect(clusters).toHaveLength(1);

		// The history tells the same changes, at the same times and by the same people, in blots.
		const after = await live.app.history.ofBoard(lead, made.workshopId, board);
		const blotted = history.map((event) =>
			event.key === hall.othersKey ? event : { ...event, text: BLOT.repeat(event.text.length) }
		);
		expect(after.slice(0, history.length)).toEqual(blotted);
		expect(after.slice(history.length).every(({ by }) => by.kind === 'server')).toBe(true);
		// What the server changed bears no time of its own, by which boards could be joined.
		const rows = await db
			.selectFrom('doc_update')
			.select('at')
			.where('room', '=', roomName('board', board))
			.orderBy('seq')
			.execute();
		expect(rows.length).toBeGreaterThan(1);
		expect(rows.at(-1)?.at).toBe(rows.at(-2)?.at);
	}, 120_000);

	test('[DP3] phones that hold the old words drop them, and nobody can bring them back', async () => {
		hall = await writtenHall(await open());
		const { db, live, made, lead, person, key, leading, own, beside, deletedKey } = hall;
		// A facilitator deletes the note and could take that back; another was away meanwhile.
		const undo = new Y.UndoManager(leading.doc.getMap('notes'), {
			trackedOrigins: new Set(['own-change'])
		});
		deleteNote(leading.doc, key);
		await until('it is saved', () => leading.allSaved);
		const away = new Y.Doc();
		Y.applyUpdate(away, Y.encodeStateAsUpdate(beside.doc));

		await live.app.persons.erase(lead, made.workshopId, person.participantId);
		await until('the person is out', () => own.closeCode === CLOSE_CODE.signedOut);
		await until('others are back', () => beside.synced && leading.synced);
		await until('their words are gone', () => {
			const texts = readNotes(beside.doc).map(({ text }) => text);
			return texts.includes(OTHERS) && !texts.some((text) => text.includes(WORDS.admitted));
		});
		undo.undo();
		await until('bringing the words back is refused', () => leading.refusal === 'note_erased');

		// A page that was away comes with what it holds.
		const back = await hall.connect(`board.${hall.board}`, await live.account(made.facilitatorId));
		Y.applyUpdate(back.doc, Y.encodeStateAsUpdate(away));
		await until('it is in step', () => back.synced);
		editNoteText(back.doc, hall.othersKey, `${OTHERS}!`, true);
		await until('it is saved', () => back.allSaved);
		expect(await textsInRows(db, Object.values(WORDS))).toEqual([]);
		expect(deletedKey).not.toBe('');
		expect(await disagreements(db)).toEqual([]);
	}, 120_000);

	test('[DP2] what others write while somebody is erased is kept', async () => {
		hall = await writtenHall(await open());
		const { db, live, made, lead, person, leading, board } = hall;
		const pseudonym = leading.status?.pseudonym ?? '';
		const texts = Array.from({ length: 12 }, (_, index) => `أثناء المحو ${index}`);
		const erasing = live.app.persons.erase(lead, made.workshopId, person.participantId);
		for (const text of texts) {
			addNote(leading.doc, { pseudonym, columnId: 'S', text, at: Date.now() });
			await new Promise((resolve) => setImmediate(resolve));
		}
		await erasing;
		await until('all of it is on the board', async () => {
			const notes = await live.app.rooms.read('board', board, readNotes);
			return texts.every((text) => notes.some((note) => note.text === text));
		});
		expect(await textsInRows(db, Object.values(WORDS))).toEqual([]);
		expect(await disagreements(db)).toEqual([]);
	}, 120_000);

	test('[DP4] who was erased is out: no session, no link, no name; counted as before', async () => {
		hall = await writtenHall(await open());
		const { db, live, made, lead, person } = hall;
		await live.app.guestLinks.create(person.id, made.workshopId, 60_000);
		const before = (await live.app.participants.attendance(lead, made.workshopId)).map(
			({ joined }) => joined
		);
		await live.app.persons.erase(lead, made.workshopId, person.participantId);
		const attendance = await live.app.participants.attendance(lead, made.workshopId);
		expect(attendance.map(({ joined }) => joined)).toEqual(before);
		const sessions = db.selectFrom('session').selectAll().where('actor_id', '=', person.id);
		expect(await sessions.execute()).toEqual([]);
		expect(
			await db.selectFrom('link').selectAll().where('purpose', '=', 'guest').execute()
		).toEqual([]);
		await expect(
			live.app.lateNotes.handIn(person, made.workshopId, {
				boardId: hall.board,
				notes: []
			})
		).rejects.toMatchObject({ code: 'session_revoked' });
		const [figures] = (await live.app.persons.list(lead, made.workshopId)).filter(
			({ participantId }) => participantId === person.participantId
		);
		expect(figures).toMatchObject({ name: '', organisation: '' });
		expect(figures?.erasedAt).not.toBeNull();
	}, 120_000);

	test('[DP5] the file of a person holds all of theirs and nothing of others', async () => {
		hall = await writtenHall(await open());
		const { live, made, lead, person } = hall;
		const data = await live.app.persons.export(lead, made.workshopId, person.participantId);
		const text = JSON.stringify(data);
		for (const word of [
			WORDS.edited + WORDS.appended + WORDS.byFacilitator,
			WORDS.fromSecondPhone,
			WORDS.secondName,
			WORDS.privateShared,
			WORDS.late,
			WORDS.admitted,
			WORDS.name,
			WORDS.organisation,
			WORDS.province
		])
			expect(text).toContain(word);
		// Each thing once, under the names that they know.
		expect(text.split(WORDS.privateShared)).toHaveLength(2);
		for (const { column } of data.notes)
			expect(column).toMatchObject({ ar: expect.any(String) as string });
		// Nobody else reads it yet, and the file passes through a facilitator's hands.
		expect(text).not.toContain(WORDS.private);
		expect(text).not.toContain(OTHERS);
		expect(text).not.toContain(made.facilitatorId);
	}, 120_000);

	test('[DP1] erasing again, by any entry of the person or with everybody, changes nothing more of theirs', async () => {
		hall = await writtenHall(await open());
		const { db, live, made, lead, person, board, key } = hall;
		const merged = await db
			.selectFrom('participant')
			.select('id')
			.where('merged_into', '=', person.participantId)
			.executeTakeFirstOrThrow();
		await live.app.persons.erase(lead, made.workshopId, merged.id);
		await live.app.persons.erase(lead, made.workshopId, person.participantId);
		await live.app.persons.eraseAll(lead, made.workshopId);
		const notes = await live.app.rooms.read('board', board, readNotes);
		expect(notes.find((note) => note.key === key)?.text).toBe(
			'كلمات مُحيت · Mots effacés · Words erased'
		);
		expect(await disagreements(db)).toEqual([]);
		expect(await textsInRows(db, Object.values(WORDS))).toEqual([]);
	}, 120_000);

	test('[DP6] everybody of a workshop is erased in one go, and another workshop is as before', async () => {
		hall = await writtenHall(await open());
		const { db, live, made, lead } = hall;
		const other = await makeWorkshop(db);
		await live.app.persons.eraseAll(lead, made.workshopId);
		expect(await textsInRows(db, [...Object.values(WORDS), OTHERS])).toEqual([]);
		expect(await disagreements(db)).toEqual([]);
		await expect(live.app.persons.eraseAll(lead, other.workshopId)).rejects.toMatchObject({
			code: 'forbidden'
		});
	}, 120_000);
});

describe('erasing a person from the files', () => {
	test('[DP1] what a process that was killed had erased is in no file after the next start', async () => {
		const dataDir = mkdtempSync(join(tmpdir(), 'tachawor-erasing-'));
		const copy = mkdtempSync(join(tmpdir(), 'tachawor-erasing-'));
		const fail = (error: unknown): void => expect.unreachable(String(error));
		const hall = await writtenHall(openServedDatabase({ dataDir }, { fatal: fail, report: fail }));
		// As a process leaves it that is killed after the commit and before the files were written anew.
		const db = hall.db;
		await db.transaction().execute(async (trx) => {
			await trx.deleteFrom('late_note').execute();
			await trx.insertInto('owed_rewrite').values({ id: 'files' }).execute();
		});
		for (const [name, bytes] of filesBelow(dataDir)) writeFileSync(join(copy, name), bytes);
		await hall.stop();
		rmSync(dataDir, { recursive: true, force: true });
		expect(wordsIn(copy)).toContain(WORDS.late);
		const app = await openApp(openServedDatabase({ dataDir: copy }, { fatal: fail, report: fail }));
		expect(wordsIn(copy)).not.toContain(WORDS.late);
		expect(wordsIn(copy)).toContain(WORDS.private);
		expect(await app.db.selectFrom('owed_rewrite').selectAll().execute()).toEqual([]);
		await app.close();
		rmSync(copy, { recursive: true, force: true });
	}, 120_000);

	test('[DP1] no file of the data folder holds a word of theirs, packed or not', async () => {
		const dataDir = mkdtempSync(join(tmpdir(), 'tachawor-erasing-'));
		const fail = (error: unknown): void => expect.unreachable(String(error));
		const db = openServedDatabase({ dataDir }, { fatal: fail, report: fail });
		const hall = await writtenHall(db);
		try {
			const { live, made, lead, person } = hall;
			const before = wordsIn(dataDir);
			for (const word of Object.values(WORDS).filter((one) => one !== WORDS.appended))
				expect(before).toContain(word);
			await live.app.persons.erase(lead, made.workshopId, person.participantId);
			expect(wordsIn(dataDir)).toEqual([]);
			expect(await disagreements(db)).toEqual([]);
			expect(textsIn(Buffer.concat([...filesBelow(dataDir).values()]), [OTHERS])).toEqual([OTHERS]);
		} finally {
			await hall.stop();
			rmSync(dataDir, { recursive: true, force: true });
		}
	}, 120_000);
});
