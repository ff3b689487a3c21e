import { afterEach, beforeEach, expect, test } from 'vitest';
import { addNote, editNoteText, readNotes } from '#lib/board/board-doc.ts';
import type { SeatRole } from '#lib/domain/spaces/seat.ts';
import { CLOSE_CODE } from '#lib/realtime/close-code.ts';
import type { App } from '#lib/server/app.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { refusalOf } from '../../support/refusal.ts';
import { startLiveApp, type LiveApp } from '../../support/server/live-app.ts';
import { LiveClient, type LiveClientIdentity } from '../../support/sockets/live-client.ts';
import { Listener } from '../../support/sockets/listener.ts';
import { until } from '../../support/until.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { facilitator, joinAs } from '../../support/workshops/workshop-people.ts';

const PLANNED = { state: 'planned', opened_at: null } as const;

forEachEngine('tables and rooms', (open) => {
	let live: LiveApp;
	let app: App;
	let made: MadeWorkshop;
	let tables: string[];
	const clients: LiveClient[] = [];
	const listeners: Listener[] = [];

	beforeEach(async () => {
		live = await startLiveApp(await open());
		({ app } = live);
		made = await makeWorkshop(app.db, { activities: [PLANNED, PLANNED] });
		tables = [await add('table', 'الأولى'), await add('table', 'الثانية')];
	});
	afterEach(async () => {
		for (const client of clients.splice(0)) client.destroy();
		for (const listener of listeners.splice(0)) listener.close();
		await live.stop();
	});

	const lead = () => facilitator(made.facilitatorId);
	const activityId = (at = 0) => made.activityIds[at]!;
	const add = (kind: 'room' | 'table', name: string, parentId: string | null = null) =>
		app.spaces.add(lead(), made.workshopId, {
			kind,
			parentId,
			name: { ar: name },
			theme: {},
			capacity: null
		});
	const stage = (id = made.workshopId) => app.stage.get(lead(), id);
	const openActivity = async (at = 0, id = made.workshopId) =>
		app.stage.openActivity(lead(), id, activityId(at), (await stage(id)).version);
	const boardAt = async (spaceId: string, at = 0) =>
		(await stage()).boards.find(
			(board) => board.spaceId === spaceId && board.activityId === activityId(at)
		)!.id;

	/** The first activity runs at both tables. */
	async function openAtTables(): Promise<string[]> {
		await app.boards.divide(lead(), made.workshopId, activityId(), 'table');
		await openActivity();
		return Promise.all(tables.map((table) => boardAt(table)));
	}

	async function join(): Promise<LiveClientIdentity & { participantId: string }> {
		const guest = await live.guest(made.workshopId, made.categoryIds[0]!);
		const { id } = await app.db
			.selectFrom('participant')
			.select('id')
			.where('actor_id', '=', guest.actorId)
			.executeTakeFirstOrThrow();
		return { ...guest, participantId: id };
	}
	const sit = (person: { participantId: string }, spaceId: string, role: SeatRole = 'member') =>
		app.spaces.seat(lead(), made.workshopId, { ...person, spaceId, role });

	async function connect(room: string, who: LiveClientIdentity): Promise<LiveClient> {
		const client = new LiveClient(live.syncUrl, room, who);
		clients.push(client);
		await until('it is in step or out', () => client.synced || client.closeCode !== undefined);
		return client;
	}
	function write(client: LiveClient, text: string): string {
		const pseudonym = client.status?.pseudonym ?? '';
		return addNote(client.doc, { pseudonym, columnId: 'S', text, at: 1 });
	}

	test('[SP4] a table’s facilitator has charge of the notes of that table’s open board, from the seat on and no longer', async () => {
		const [board = '', other = ''] = await openAtTables();
		const [author, host] = [await join(), await join()];
		for (const person of [author, host]) await sit(person, tables[0]!);
		const [writing, hosting] = [
			await connect(`board.${board}`, author),
			await connect(`board.${board}`, host)
		];
		const key = write(writing, 'كلام');
		await until('it is there', () => readNotes(hosting.doc).length === 1);
		expect(hosting.status).toMatchObject({ mayWrite: true, mayChangeAll: false });

		await sit(host, tables[0]!, 'facilitator');
		await until('it has charge of all', () => hosting.status?.mayChangeAll === true);
		editNoteText(hosting.doc, key, 'كلام أوضح', true);
		await until('the change is seen', () => readNotes(writing.doc)[0]?.text === 'كلام أوضح');
		expect((await connect(`board.${other}`, host)).closeCode).toBe(CLOSE_CODE.forbidden);

		await app.stage.lockBoard(lead(), made.workshopId, board, (await stage()).version);
		await until('a locked board is nobody’s', () => hosting.status?.mayChangeAll === false);
		await app.stage.unlockBoard(lead(), made.workshopId, board, (await stage()).version);
		await until('it is theirs again', () => hosting.status?.mayChangeAll === true);
		await app.stage.closeWriting(lead(), made.workshopId, (await stage()).version);
		await until('a closed board is not', () => hosting.status?.mayChangeAll === false);
		editNoteText(hosting.doc, key, 'بعد الإغلاق', true);
		await until('what comes then is refused', () => hosting.refusal !== undefined);
		expect(await app.rooms.read('board', board, readNotes)).toMatchObject([{ text: 'كلام أوضح' }]);
	});

	test('[SP4] whoever moves to another table leaves the board of the one before at once', async () => {
		const [board = '', other = ''] = await openAtTables();
		const person = await join();
		await sit(person, tables[0]!);
		const client = await connect(`board.${board}`, person);
		await sit(person, tables[1]!);
		await until('it is ended', () => client.closeCode === CLOSE_CODE.forbidden);
		expect((await connect(`board.${other}`, person)).status).toMatchObject({ mayWrite: true });
	});

	test('[SP5] before the plenary no byte of another table’s note reaches a participant; then all read it and none of them writes', async () => {
		const [board = ''] = await openAtTables();
		const [author, neighbour, loose] = [await join(), await join(), await join()];
		await sit(author, tables[0]!);
		await sit(neighbour, tables[1]!);
		const writing = await connect(`board.${board}`, author);
		write(writing, 'words of one table');
		await until('they are saved', () => writing.allSaved);
		for (const who of [neighbour, loose])
			for (const room of [`board.${board}`, `stage.${made.workshopId}`]) {
				const listener = new Listener(live.syncUrl, room, who);
				listeners.push(listener);
				await until('it is answered', () => listener.count > 1 || listener.closeCode !== undefined);
				listener.ask();
			}
		const lookOn = await connect(`board.${board}`, await live.account(made.facilitatorId));
		await until('the facilitator reads it', () => readNotes(lookOn.doc).length === 1);
		for (const listener of listeners) expect(listener.framesWith('one table')).toEqual([]);

		await app.stage.showBoards(lead(), made.workshopId, activityId(), (await stage()).version);
		const reading = await connect(`board.${board}`, neighbour);
		await until('the neighbour reads it', () => readNotes(reading.doc).length === 1);
		expect(reading.status).toMatchObject({ mayWrite: false, mayChangeAll: false });
		write(reading, 'لا');
		await until('and writes nothing', () => reading.refusal === 'forbidden');
	});

	test('[SP5] the screen’s socket is let into a table’s board in the plenary and not before, and is told whose it is all along', async () => {
		const [board = ''] = await openAtTables();
		const author = await join();
		await sit(author, tables[0]!);
		const writing = await connect(`board.${board}`, author);
		write(writing, 'words of one table');
		await until('they are saved', () => writing.allSaved);
		const screen = await app.workshops.createScreenLink(lead(), made.workshopId);
		const look = async (): Promise<Listener> => {
			const listener = new Listener(live.syncUrl, `board.${board}`, { screen });
			listeners.push(listener);
			await until('it is answered', () => listener.count > 1 || listener.closeCode !== undefined);
			return listener;
		};
		const early = await look();
		expect(early.closeCode).toBe(CLOSE_CODE.forbidden);
		expect(early.framesWith('one table')).toEqual([]);
		const { stage: told } = await app.screen.open(screen);
		expect(told.boards.map(({ name, shown }) => ({ name, shown }))).toEqual([
			{ name: { ar: 'الأولى' }, shown: false },
			{ name: { ar: 'الثانية' }, shown: false }
		]);

		await app.stage.showBoards(lead(), made.workshopId, activityId(), (await stage()).version);
		const reading = await look();
		await until('it reads the notes', () => reading.framesWith('one table').length > 0);
		await openActivity(1);
		expect((await stage()).boards.at(-1)).toMatchObject({ spaceId: null, name: {}, shown: true });
	});

	test('[SP2] a person has one seat a layer; a table of a room is in the room, and the history stays', async () => {
		const rooms = [await add('room', 'أ'), await add('room', 'ب')];
		const inRoom = await add('table', 'طاولة القاعة أ', rooms[0]);
		const person = await join();
		const seats = () =>
			app.db
				.selectFrom('seat')
				.select(['space_id', 'layer', 'until'])
				.orderBy('since')
				.execute()
				.then((rows) => rows.filter(({ until }) => until === null).map((row) => row.space_id));
		await sit(person, tables[0]!);
		await sit(person, tables[1]!);
		expect(await seats()).toEqual([tables[1]]);
		await sit(person, inRoom);
		expect((await seats()).sort()).toEqual([rooms[0], inRoom].sort());
		await sit(person, rooms[1]!);
		expect(await seats()).toEqual([rooms[1]]);
		const all = await app.db.selectFrom('seat').select('id').execute();
		expect(all).toHaveLength(5);
		await app.spaces.unseat(lead(), made.workshopId, person.participantId, 'room');
		expect(await seats()).toEqual([]);
	});

	test('[EV1] whoever sits there already, or nowhere, leaves nothing in the log', async () => {
		const person = await join();
		const told = async () =>
			(await app.db.selectFrom('event').select('action').orderBy('seq').execute())
				.map(({ action }) => action)
				.filter((action) => action.startsWith('person_'));
		const before = (await told()).length;
		await sit(person, tables[0]!);
		await sit(person, tables[0]!);
		await sit(person, tables[0]!, 'rapporteur');
		await app.spaces.unseat(lead(), made.workshopId, person.participantId, 'table');
		await app.spaces.unseat(lead(), made.workshopId, person.participantId, 'table');
		expect((await told()).slice(before)).toEqual([
			'person_seated',
			'person_seated',
			'person_unseated'
		]);
	});

	test('[SP1] [SP3] spaces are made by those who prepare, in one another as they fit, and take as many as they hold', async () => {
		const guest = await joinAs(app.db, made.workshopId, made.categoryIds[0]!);
		const draft = { kind: 'table', name: { ar: 'طاولة' }, theme: {}, capacity: 1 } as const;
		const addAs = (over: object) =>
			app.spaces.add(lead(), made.workshopId, { ...draft, parentId: null, ...over });
		for (const over of [
			{ parentId: tables[0] },
			{ parentId: 'elsewhere' },
			{ kind: 'room', parentId: await add('room', 'أ') },
			{ capacity: 0 }
		])
			expect(await refusalOf(addAs(over))).toMatchObject({ code: 'invalid_input' });
		expect(
			await refusalOf(app.spaces.add(guest, made.workshopId, { ...draft, parentId: null }))
		).toMatchObject({ code: 'forbidden' });
		const small = await addAs({});
		const people = [await join(), await join()];
		await sit(people[0]!, small);
		expect(await refusalOf(sit(people[1]!, small))).toMatchObject({
			code: 'too_many_items',
			details: { limit: 1 }
		});
		expect(await refusalOf(app.spaces.remove(lead(), made.workshopId, small))).toMatchObject({
			code: 'activity_in_use'
		});
		await app.spaces.remove(lead(), made.workshopId, tables[1]!);
		const left = await app.spaces.list(guest, made.workshopId);
		expect(left.map(({ id }) => id)).not.toContain(tables[1]);
	});

	test('[SP6] an activity is divided before it is opened, and tables that came since have a board too', async () => {
		await app.boards.divide(lead(), made.workshopId, activityId(), 'table');
		const third = await add('table', 'الثالثة');
		await openActivity();
		const { boards } = await stage();
		expect(boards.map(({ spaceId }) => spaceId)).toEqual([...tables, third]);
		const again = app.boards.divide(lead(), made.workshopId, activityId(), 'hall');
		expect(await refusalOf(again)).toMatchObject({ code: 'activity_in_use' });
		expect(
			await refusalOf(app.boards.divide(lead(), made.workshopId, activityId(1), 'room'))
		).toMatchObject({ code: 'not_found' });
	});

	test('[SP7] a room has a stage of its own, with its own boards, until the hall calls everybody', async () => {
		const rooms = [await add('room', 'أ'), await add('room', 'ب')];
		await app.boards.divide(lead(), made.workshopId, activityId(), 'room');
		await openActivity(1);
		await openActivity(0, rooms[0]);
		expect((await stage(rooms[0])).activityId).toBe(activityId());
		expect((await stage(rooms[1])).activityId).toBeNull();
		const hall = await stage();
		expect(hall.activityId).toBe(activityId(1));
		expect(hall.boards.filter(({ open }) => open).map(({ spaceId }) => spaceId)).toEqual([
			rooms[0],
			null
		]);
		const told = (await stage(rooms[1])).boards.map(({ spaceId }) => spaceId);
		expect(told).toEqual([null]);

		const person = await join();
		await sit(person, rooms[0]!);
		const follower = await connect(`stage.${rooms[0]!}`, person);
		const board = await connect(`board.${await boardAt(rooms[0]!)}`, person);
		expect(board.status).toMatchObject({ mayWrite: true });
		await openActivity(1);
		await until('the room’s writing ends', () => board.status?.mayWrite === false);
		expect((await stage(rooms[0])).activityId).toBeNull();
		expect(follower.provider.wsconnected).toBe(true);
	});
});
