import { isWriting, type Stage } from '#lib/domain/stage/stage.ts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addNote, deleteNote, editNoteText, moveNote, readNotes } from '#lib/board/board-doc.ts';
import { readStage } from '#lib/board/stage-doc.ts';
import { boardOf, columnsOf } from '#lib/domain/activities/activity-setup.ts';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import { newId } from '#lib/domain/id.ts';
import { CLOSE_CODE } from '#lib/realtime/close-code.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import type { LiveLimits } from '#lib/server/rooms/limits.ts';
import { Listener } from '../../support/sockets/listener.ts';
import { startLiveApp, type LiveApp } from '../../support/server/live-app.ts';
import { LiveClient, type LiveClientIdentity } from '../../support/sockets/live-client.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { openApp } from '../../support/workshops/people.ts';
import { until } from '../../support/until.ts';
import { facilitator, makeRegion } from '../../support/workshops/workshop-people.ts';

const SECRET = 'ما نقوله في السر – quiet words';
const REGION = 'fes-meknes';

forEachEngine('private writing', (open) => {
	let db: RootDb;
	let live: LiveApp;
	let made: MadeWorkshop;
	let activityId: string;
	let boardId: string;
	let clients: LiveClient[];
	let listeners: Listener[];

	async function start(limits?: Partial<LiveLimits>): Promise<void> {
		db = await open();
		live = await startLiveApp(db, limits);
		made = await makeWorkshop(db, {
			workshop: { region_id: await makeRegion(db, REGION) },
			activities: [{ parameters: { writing: 'private' } }, { parameters: { writing: 'shared' } }]
		});
		activityId = made.activityIds[0] ?? '';
		boardId = made.boardIds[0] ?? '';
		clients = [];
		listeners = [];
	}
	beforeEach(() => start());
	afterEach(async () => {
		for (const client of clients) client.destroy();
		for (const listener of listeners) listener.close();
		await live.stop();
	});

	const lead = (): AccountActor => facilitator(made.facilitatorId);
	const version = async () => (await live.app.stage.get(lead(), made.workshopId)).version;
	const reveal = async () =>
		live.app.stage.revealNotes(lead(), made.workshopId, activityId, await version());
	const onBoard = () => live.app.rooms.read('board', boardId, readNotes);
	const texts = async () => (await onBoard()).map(({ text }) => text);

	function connect(room: string, who: LiveClientIdentity): LiveClient {
		const client = new LiveClient(live.syncUrl, room, who);
		clients.push(client);
		return client;
	}

	function listen(room: string, who: LiveClientIdentity | { screen: string }): Listener {
		const listener = new Listener(live.syncUrl, room, who);
		listeners.push(listener);
		return listener;
	}

	async function writer(category = 0) {
		const who = await live.guest(made.workshopId, made.categoryIds[category] ?? '');
		const client = connect(`private.${boardId}`, who);
		await until('the person is in step', () => client.synced);
		return Object.assign(client, { who });
	}

	function write(client: LiveClient, text: string, at = Date.now()): string {
		const pseudonym = client.status?.pseudonym ?? '';
		return addNote(client.doc, { pseudonym, columnId: 'S', text, at });
	}

	async function saved(client: LiveClient): Promise<void> {
		await until('all is saved', () => client.allSaved);
	}

	async function signedInDirector(): Promise<LiveClientIdentity> {
		const id = newId();
		await db.insertInto('actor').values({ id, kind: 'account', created_at: 1 }).execute();
		await db
			.insertInto('account')
			.values({
				id,
				email: `${id}@example.ma`,
				name: 'مديرة',
				role: 'director',
				password_hash: null,
				created_at: 1,
				disabled_at: null
			})
			.execute();
		await db.insertInto('account_region').values({ account_id: id, region_id: REGION }).execute();
		return live.account(id);
	}

	test('[PV2] before the reveal no byte of a private note reaches anybody else, in any room', async () => {
		const author = await writer();
		const other = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
		const account = await live.account(made.facilitatorId);
		const screen = { screen: await live.app.workshops.createScreenLink(lead(), made.workshopId) };
		const rooms = [`board.${boardId}`, `stage.${made.workshopId}`];
		const shared = [`clusters.${made.groupingId}`, `plan.${made.planId}`];
		const director = await signedInDirector();
		const inside = [
			...[...rooms, `private.${boardId}`].map((room) => listen(room, other)),
			...[...rooms, ...shared].map((room) => listen(room, account)),
			...rooms.map((room) => listen(room, screen)),
			listen(`plan.${made.planId}`, director)
		];
		await until('everybody is in', () => inside.every(({ count }) => count > 1));

		const key = write(author, SECRET);
		await saved(author);
		editNoteText(author.doc, key, `${SECRET} encore`);
		await saved(author);
		await live.app.stage.publish(made.workshopId);
		const before = inside.map(({ count }) => count);
		for (const listener of inside) listener.ask();
		// What was sent before an answer came before it.
		await until('everybody was answered', () =>
			inside.every(({ count }, index) => count > (before[index] ?? 0))
		);
		for (const listener of inside) {
			expect(listener.framesWith('quiet words')).toEqual([]);
			expect(listener.framesWith(key)).toEqual([]);
		}

		const { app } = live;
		const told = [
			await app.run.countNotes(lead(), made.workshopId),
			await app.noteCategories.of(lead(), made.workshopId, boardId),
			await app.agenda.list(lead(), made.workshopId),
			await app.figures.shown(lead(), made.workshopId),
			await app.stage.get(lead(), made.workshopId),
			await db.selectFrom('note').selectAll().execute()
		];
		expect(JSON.stringify(told, everything)).not.toMatch(/quiet words|السر/);
		expect(await db.selectFrom('note').selectAll().execute()).toEqual([]);
	});

	test('[PV3] nobody can open another’s private room, whoever they are and whatever they name', async () => {
		const author = await writer();
		write(author, SECRET);
		await saved(author);
		const name = `private.${boardId}.${author.status?.pseudonym ?? ''}`;
		const other = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
		const observer = await live.guest(made.workshopId, made.categoryIds[2] ?? '');
		const screen = { screen: await live.app.workshops.createScreenLink(lead(), made.workshopId) };
		const refused = [
			[name, other, CLOSE_CODE.notFound],
			[name, author.who, CLOSE_CODE.notFound],
			[`private.${boardId}`, await live.account(made.facilitatorId), CLOSE_CODE.forbidden],
			[`private.${boardId}`, await signedInDirector(), CLOSE_CODE.forbidden],
			[`private.${boardId}`, observer, CLOSE_CODE.forbidden],
			[`private.${boardId}`, screen, CLOSE_CODE.forbidden],
			[`private.${made.boardIds[1] ?? ''}`, other, CLOSE_CODE.notFound]
		] as const;
		for (const [room, who, code] of refused) {
			const listener = listen(room, who);
			await until(`the socket to ${room} is closed`, () => listener.closeCode === code);
			expect(listener.count).toBe(0);
		}
		const own = connect(`private.${boardId}`, other);
		await until('the other is in step with a room of their own', () => own.synced);
		expect(readNotes(own.doc)).toEqual([]);
	});

	test('[PV1] before the reveal a participant writes nothing on the board, and is not told that it is closed', async () => {
		const who = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
		const client = connect(`board.${boardId}`, who);
		await until('in step', () => client.synced);
		expect(client.status?.mayWrite).toBe(false);
		write(client, SECRET);
		await until('it is refused', () => client.refusal !== undefined);
		expect(client.refusal).toBe('forbidden');
		expect(await onBoard()).toEqual([]);
	});

	test('[PV4] the reveal shows all notes at once, with their authors, times and columns', async () => {
		const [one, two] = [await writer(0), await writer(1)];
		const at = Date.now();
		const first = write(one, 'أولى', at + 1_000);
		const moved = write(one, 'ثانية', at + 2_000);
		moveNote(one.doc, moved, 'W');
		deleteNote(one.doc, write(one, 'محذوفة'));
		const third = write(two, 'ثالثة', at + 1_500);
		await saved(one);
		await saved(two);
		const hall = listen(`board.${boardId}`, await live.account(made.facilitatorId));
		await until('the hall listens', () => hall.count > 1);
		const before = hall.count;
		await reveal();
		await until('the notes came', () => hall.framesWith('ثالثة').length > 0);
		const [frame] = hall.framesWith('ثالثة');
		for (const text of ['أولى', 'ثانية']) expect(frame?.includes(text)).toBe(true);
		expect(hall.framesWith('أولى')).toHaveLength(1);
		expect(hall.count).toBeGreaterThan(before);

		const rows = await db
			.selectFrom('note')
			.select(['key', 'text', 'column_id', 'author_id', 'created_at'])
			.orderBy('created_at')
			.execute();
		const by = (client: typeof one) => client.who.actorId;
		expect(rows).toEqual([
			{ key: first, text: 'أولى', column_id: 'S', author_id: by(one), created_at: at + 1_000 },
			{ key: third, text: 'ثالثة', column_id: 'S', author_id: by(two), created_at: at + 1_500 },
			{ key: moved, text: 'ثانية', column_id: 'W', author_id: by(one), created_at: at + 2_000 }
		]);
		const log = await db
			.selectFrom('doc_update')
			.select('seq')
			.where('room', '=', `board.${boardId}`)
			.execute();
		expect(log).toHaveLength(1);
	});

	test('[PV4] after the reveal the author changes a note on the board as any other of their own', async () => {
		const author = await writer();
		const key = write(author, 'قبل');
		await saved(author);
		await reveal();
		const board = connect(`board.${boardId}`, author.who);
		await until('the note is there', () => board.synced && readNotes(board.doc).length === 1);
		editNoteText(board.doc, key, 'بعد');
		await saved(board);
		expect(await texts()).toEqual(['بعد']);
		const other = connect(
			`board.${boardId}`,
			await live.guest(made.workshopId, made.categoryIds[1] ?? '')
		);
		await until('another is in step', () => other.synced);
		editNoteText(other.doc, key, 'لي');
		await until('and is refused', () => other.refusal !== undefined);
		expect(await texts()).toEqual(['بعد']);
	});

	test('[PV5] the stage tells what is revealed; only who runs the workshop reveals, from the version seen, and again is nothing', async () => {
		const stage = () => live.app.rooms.read('stage', made.workshopId, readStage);
		await live.app.stage.publish(made.workshopId);
		expect(unrevealed(await stage())).toEqual([boardId]);
		const author = await writer();
		write(author, 'فكرة');
		await saved(author);
		const seen = await version();
		const other = (await makeWorkshop(db)).facilitatorId;
		await expect(
			live.app.stage.revealNotes(facilitator(other), made.workshopId, activityId, seen)
		).rejects.toMatchObject({ code: 'forbidden' });
		await expect(
			live.app.stage.revealNotes(lead(), made.workshopId, activityId, seen - 1)
		).rejects.toMatchObject({ code: 'stale' });
		const shared = made.activityIds[1] ?? '';
		await expect(
			live.app.stage.revealNotes(lead(), made.workshopId, shared, seen)
		).rejects.toMatchObject({ code: 'not_found' });
		expect(await texts()).toEqual([]);
		await reveal();
		expect(unrevealed(await stage())).toEqual([]);
		const at = await revealedAt();
		await reveal();
		expect(await revealedAt()).toBe(at);
		expect(await texts()).toEqual(['فكرة']);
	});

	async function revealedAt() {
		const row = await db
			.selectFrom('board')
			.select('revealed_at')
			.where('id', '=', boardId)
			.executeTakeFirst();
		return row?.revealed_at;
	}

	test('[PV6] a process that ends between the decision and the move finishes it at the next start', async () => {
		const author = await writer();
		const at = Date.now();
		write(author, 'فكرة', at);
		await saved(author);
		author.provider.disconnect();
		await db.updateTable('board').set({ revealed_at: 1 }).where('id', '=', boardId).execute();
		const again = await openApp(db);
		const read = () => again.rooms.read('board', boardId, readNotes);
		expect(await read()).toMatchObject([{ text: 'فكرة', createdAt: at }]);
		// Ended after the move and before it was noted: the same is brought again, and changes nothing.
		await db.deleteFrom('private_reveal').execute();
		await again.rooms.close();
		const third = await openApp(db);
		expect(await third.rooms.read('board', boardId, readNotes)).toHaveLength(1);
		const log = await db
			.selectFrom('doc_update')
			.select('seq')
			.where('room', '=', `board.${boardId}`)
			.execute();
		expect(log).toHaveLength(1);
		await third.rooms.close();
	});

	test('[PV4] what a snapshot took out of the log meanwhile is brought all the same', async () => {
		await live.stop();
		await start({ snapshotEvery: 2 });
		const author = await writer();
		for (const text of ['une', 'deux', 'trois', 'quatre', 'cinq']) {
			write(author, text);
			await saved(author);
		}
		const archived = await db.selectFrom('doc_archive').select('seq').execute();
		expect(archived.length).toBeGreaterThan(1);
		await reveal();
		expect(await texts()).toEqual(['une', 'deux', 'trois', 'quatre', 'cinq']);
		write(author, 'six');
		await until('the next one is shown', async () => (await texts()).length === 6);
	});

	test('[PV7] what comes after the reveal is shown when it comes: new notes, and changes of shown ones', async () => {
		const author = await writer();
		const at = Date.now();
		const [kept, gone] = [write(author, 'une idée', at), write(author, 'à oublier', at + 2)];
		await saved(author);
		author.provider.disconnect();
		write(author, 'écrite sans réseau', at + 3);
		editNoteText(author.doc, kept, 'une très bonne idée');
		deleteNote(author.doc, gone);
		await reveal();
		expect(await texts()).toEqual(['une idée', 'à oublier']);
		author.provider.connect();
		await saved(author);
		await until('all of it is shown', async () => (await texts()).includes('écrite sans réseau'));
		expect(await texts()).toEqual(['une très bonne idée', 'écrite sans réseau']);
	});

	test('[PV7] a facilitator’s changes of a shown note stay when its author’s come late', async () => {
		const author = await writer();
		const key = write(author, 'la route');
		await saved(author);
		author.provider.disconnect();
		editNoteText(author.doc, key, 'la mauvaise route');
		await reveal();
		const account = connect(`board.${boardId}`, await live.account(made.facilitatorId));
		await until('the facilitator is in step', () => readNotes(account.doc).length === 1);
		moveNote(account.doc, key, 'W');
		editNoteText(account.doc, key, 'la route.', true);
		await saved(account);
		author.provider.connect();
		await until('both changes stand', async () => (await texts()).includes('la mauvaise route.'));
		expect(await onBoard()).toMatchObject([
			{ key, columnId: 'W', edited: `facilitator:${made.facilitatorId}` }
		]);
	});

	test('[PV8] closing keeps the notes private: nothing more is taken, and they can be revealed later', async () => {
		const author = await writer();
		write(author, 'في الوقت');
		await saved(author);
		await live.app.stage.closeWriting(lead(), made.workshopId, await version());
		await until('the phone is told', () => author.status?.mayWrite === false);
		expect(await texts()).toEqual([]);
		write(author, 'متأخرة');
		await until('it is refused as late', () => author.refusal === 'activity_closed');
		await reveal();
		expect(await texts()).toEqual(['في الوقت']);
	});

	test('[PV10] the way of writing stays once the activity was opened, and what holds private notes cannot go', async () => {
		const { agenda } = live.app;
		const workshopVersion = async () =>
			(await live.app.workshops.get(lead(), made.workshopId)).version;
		const [present, shared] = await agenda.list(lead(), made.workshopId);
		if (!present || !shared) throw new Error('no agenda');
		expect([present, shared].map((item) => boardOf(item)?.writing)).toEqual(['private', 'shared']);
		const { parameters } = present;
		await expect(
			agenda.edit(lead(), made.workshopId, await workshopVersion(), activityId, {
				...present,
				parameters: { ...parameters, writing: 'shared' }
			})
		).rejects.toMatchObject({ code: 'writing_fixed' });

		const author = await writer();
		write(author, 'فكرة');
		await saved(author);
		await live.app.stage.closeWriting(lead(), made.workshopId, await version());
		await expect(
			agenda.remove(lead(), made.workshopId, await workshopVersion(), activityId)
		).rejects.toMatchObject({ code: 'activity_in_use' });
		await expect(
			agenda.edit(lead(), made.workshopId, await workshopVersion(), activityId, {
				...present,
				parameters: { ...parameters, columns: columnsOf(present).slice(0, 1) }
			})
		).rejects.toMatchObject({ code: 'activity_in_use' });
		const copy = await agenda.duplicate(
			lead(),
			made.workshopId,
			await workshopVersion(),
			activityId
		);
		const copied = (await agenda.list(lead(), made.workshopId)).find(({ id }) => id === copy);
		expect(copied).toMatchObject({ parameters: { writing: 'private' }, opened: false });
		await agenda.edit(lead(), made.workshopId, await workshopVersion(), copy, {
			...present,
			parameters: { ...parameters, writing: 'shared' }
		});
		const next = await live.app.workshops.create(lead(), {
			title: { ar: 'ورشة أخرى' },
			origin: { kind: 'copy', workshopId: made.workshopId }
		});
		const [first] = await agenda.list(lead(), next);
		expect(first).toMatchObject({ parameters: { writing: 'private' }, opened: false });
	});

	test('[LK1] nobody writes on a locked board, facilitators included; open sockets feel it at once', async () => {
		const board = made.boardIds[1] ?? '';
		const guest = connect(
			`board.${board}`,
			await live.guest(made.workshopId, made.categoryIds[0] ?? '')
		);
		const account = connect(`board.${board}`, await live.account(made.facilitatorId));
		const author = await writer();
		await until('all are in step', () => guest.synced && account.synced);
		for (const id of [board, boardId])
			await live.app.stage.lockBoard(lead(), made.workshopId, id, await version());
		const stage = await live.app.rooms.read('stage', made.workshopId, readStage);
		expect(stage?.boards.map(({ id, locked }) => [id, locked])).toEqual(
			made.boardIds.map((id) => [id, true])
		);
		expect(stage && isWriting(stage)).toBe(false);
		for (const client of [guest, account, author]) {
			await until('the client is told', () => client.status?.mayWrite === false);
			write(client, 'رغم القفل');
			await until('it is refused as closed', () => client.refusal === 'activity_closed');
		}
		expect(
			await db.selectFrom('doc_update').select('room').where('room', 'like', '%board%').execute()
		).toEqual([]);
		await live.app.stage.unlockBoard(lead(), made.workshopId, board, await version());
		const later = connect(`board.${board}`, await live.account(made.facilitatorId));
		await until('the facilitator is in step', () => later.synced);
		write(later, 'بعد الفتح');
		await saved(later);
	});

	test('[LK2] only who runs the workshop locks, and only boards of it that were opened', async () => {
		const { stage } = live.app;
		const foreign = await makeWorkshop(db);
		const seen = await version();
		await expect(
			stage.lockBoard(facilitator(foreign.facilitatorId), made.workshopId, boardId, seen)
		).rejects.toMatchObject({ code: 'forbidden' });
		await expect(
			stage.lockBoard(lead(), made.workshopId, foreign.boardIds[0] ?? '', seen)
		).rejects.toMatchObject({ code: 'not_found' });
		await expect(stage.lockBoard(lead(), made.workshopId, boardId, seen - 1)).rejects.toMatchObject(
			{ code: 'stale' }
		);
		const { boards } = await stage.get(lead(), made.workshopId);
		expect(boards.filter(({ locked }) => locked)).toEqual([]);
	});
});

/** The boards whose notes only their authors see. */
function unrevealed(stage: Stage | undefined): string[] | undefined {
	return stage?.boards.filter(({ revealed }) => !revealed).map(({ id }) => id);
}

/** Maps and sets have nothing to show in JSON otherwise. */
function everything(_key: string, value: unknown): unknown {
	return value instanceof Map || value instanceof Set ? [...value] : value;
}
