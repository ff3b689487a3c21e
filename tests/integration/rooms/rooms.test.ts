import WebSocket from 'ws';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addNote, readNotes } from '#lib/board/board-doc.ts';
import { addCluster } from '#lib/board/clusters-doc.ts';
import { addAction } from '#lib/board/plan-doc.ts';
import { readStage } from '#lib/board/stage-doc.ts';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import { isWriting } from '#lib/domain/stage/stage.ts';
import { CLOSE_CODE } from '#lib/realtime/close-code.ts';
import { encodeWriting, MESSAGE } from '#lib/realtime/frame.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { startLiveApp, type LiveApp } from '../../support/server/live-app.ts';
import { LiveClient, type LiveClientIdentity } from '../../support/sockets/live-client.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { until } from '../../support/until.ts';

forEachEngine('live rooms', (open) => {
	let db: RootDb;
	let live: LiveApp;
	let made: MadeWorkshop;
	let board: string;
	let clients: LiveClient[];

	beforeEach(async () => {
		db = await open();
		live = await startLiveApp(db, { writingFor: 600 });
		made = await makeWorkshop(db);
		board = `board.${made.boardIds[0] ?? ''}`;
		clients = [];
	});

	afterEach(async () => {
		for (const client of clients) client.destroy();
		await live.stop();
	});

	function connect(room: string, who: LiveClientIdentity): LiveClient {
		const client = new LiveClient(live.syncUrl, room, who);
		clients.push(client);
		return client;
	}

	const facilitator = (): AccountActor => ({
		kind: 'account',
		id: made.facilitatorId,
		role: 'facilitator',
		regions: []
	});

	function write(client: LiveClient, text: string): string {
		const pseudonym = client.status?.pseudonym ?? '';
		return addNote(client.doc, { pseudonym, columnId: 'S', text, at: Date.now() });
	}

	async function guestOnBoard(): Promise<LiveClient & { actorId: string }> {
		const who = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
		const client = connect(board, who);
		await until('the guest is in step', () => client.synced);
		return Object.assign(client, { actorId: who.actorId });
	}

	test('[RM1] a note is on disk, with its author, when it is acknowledged, and everyone sees it', async () => {
		const [writer, reader] = [await guestOnBoard(), await guestOnBoard()];
		const key = write(writer, 'غياب المحاسبة');
		await until('the note is saved', () => writer.allSaved);
		const row = await db.selectFrom('note').selectAll().where('key', '=', key).executeTakeFirst();
		expect(row).toMatchObject({ text: 'غياب المحاسبة', author_id: writer.actorId, column_id: 'S' });
		const logged = await db
			.selectFrom('doc_update')
			.selectAll()
			.where('room', '=', board)
			.execute();
		expect(logged.map(({ actor_id }) => actor_id)).toEqual([writer.actorId]);
		await until('the other one sees it', () => readNotes(reader.doc).length === 1);
	});

	test('[RM2] a room loaded anew holds what was stored', async () => {
		const writer = await guestOnBoard();
		write(writer, 'un');
		write(writer, 'deux');
		await until('both are saved', () => writer.allSaved);
		await live.app.rooms.close();
		const texts = await live.app.rooms.read('board', made.boardIds[0] ?? '', (doc) =>
			readNotes(doc).map((note) => note.text)
		);
		expect(new Set(texts)).toEqual(new Set(['un', 'deux']));
	});

	test('[RM3] what a participant writes after writing was closed is refused, not stored and not relayed', async () => {
		const [writer, reader] = [await guestOnBoard(), await guestOnBoard()];
		const { version } = await live.app.stage.get(facilitator(), made.workshopId);
		await live.app.stage.closeWriting(facilitator(), made.workshopId, version);
		await until('the phone is told', () => writer.status?.mayWrite === false);
		write(writer, 'too late');
		await until('it is refused', () => writer.refusal === 'activity_closed');
		expect(readNotes(reader.doc)).toEqual([]);
		expect(await db.selectFrom('note').selectAll().execute()).toEqual([]);
	});

	test('[RM4] a phone that was offline goes on writing and its notes arrive when it is back', async () => {
		const [writer, reader] = [await guestOnBoard(), await guestOnBoard()];
		writer.provider.disconnect();
		write(writer, 'première');
		write(writer, 'ثانية');
		expect(readNotes(reader.doc)).toEqual([]);
		writer.provider.connect();
		await until('all arrived', () => readNotes(reader.doc).length === 2);
		await until('all are saved', () => writer.allSaved);
	});

	test('[RM5] a session that is revoked ends its open sockets as signed out', async () => {
		const writer = await guestOnBoard();
		live.app.rooms.signOut(writer.actorId);
		await until('the socket is closed', () => writer.closeCode === CLOSE_CODE.signedOut);
		expect(writer.provider.shouldConnect).toBe(false);
	});

	test('[RM6] nobody enters a room that is not theirs', async () => {
		const other = await makeWorkshop(db);
		const stranger = await live.guest(other.workshopId, other.categoryIds[0] ?? '');
		const observer = await live.guest(made.workshopId, made.categoryIds[2] ?? '');
		const guest = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
		const cases = [
			{ who: stranger, room: board, code: CLOSE_CODE.forbidden },
			{ who: observer, room: board, code: CLOSE_CODE.forbidden },
			{ who: guest, room: `plan.${made.planId}`, code: CLOSE_CODE.forbidden },
			{ who: guest, room: 'board.unknown', code: CLOSE_CODE.notFound },
			{ who: guest, room: 'attic.unknown', code: CLOSE_CODE.notFound },
			{ who: { ...guest, cookie: '' }, room: board, code: CLOSE_CODE.signedOut },
			{ who: { ...guest, as: 'account' }, room: board, code: CLOSE_CODE.signedOut }
		];
		for (const { who, room, code } of cases) {
			const client = connect(room, who);
			await until(`the socket to ${room} is closed`, () => client.closeCode === code);
			expect(client.doc.store.clients.size).toBe(0);
		}
	});

	test('[RM7] a foreign Origin gets 403 before anything else', async () => {
		const guest = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
		const socket = new WebSocket(`${live.syncUrl}/${board}?as=${guest.as}`, {
			headers: { cookie: guest.cookie },
			origin: 'http://evil.example'
		});
		const status = await new Promise((resolve) =>
			socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
		);
		expect(status).toBe(403);
	});

	test('[RM8] the stage is the server’s: a participant follows it and cannot write it', async () => {
		const who = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
		await live.app.stage.publish(made.workshopId);
		const client = connect(`stage.${made.workshopId}`, who);
		await until('the stage is there', () => readStage(client.doc) !== undefined);
		const told = readStage(client.doc);
		expect(told?.activityId).toBe(made.activityIds[0]);
		expect(told && isWriting(told)).toBe(true);
		client.doc.getMap('stage').set('state', 'mine');
		await until('it is refused', () => client.refusal === 'forbidden');
		const stage = await live.app.rooms.read('stage', made.workshopId, readStage);
		expect(stage && isWriting(stage)).toBe(true);
	});

	test('[RM9] clusters do not change while a vote on them is open, and only facilitators write them', async () => {
		const room = `clusters.${made.groupingId}`;
		const lead = connect(room, await live.account(made.facilitatorId));
		const guest = connect(room, await live.guest(made.workshopId, made.categoryIds[0] ?? ''));
		await until('both are in step', () => lead.synced && guest.synced);
		addCluster(guest.doc, { ar: 'لي' }, []);
		await until('the guest is refused', () => guest.refusal === 'forbidden');
		const id = addCluster(lead.doc, { ar: 'التمويل' }, []);
		await until('the lead’s is saved', () => lead.allSaved);
		expect(await db.selectFrom('cluster').select(['id', 'title']).execute()).toEqual([
			{ id, title: '{"ar":"التمويل"}' }
		]);
		await db
			.insertInto('vote')
			.values({
				id: 'vote1',
				workshop_id: made.workshopId,
				activity_id: made.activityIds[0] ?? '',
				grouping_id: made.groupingId,
				rules: '{}',
				state: 'open',
				opened_at: 1,
				cited: 0,
				ended_at: null,
				published_at: null,
				record: null
			})
			.execute();
		await live.app.rooms.refresh('clusters', made.groupingId);
		addCluster(lead.doc, { ar: 'متأخرة' }, []);
		await until('the lead is refused', () => lead.refusal === 'forbidden');
	});

	test('[RM10] facilitators see who is there by category, participants do not', async () => {
		const room = `stage.${made.workshopId}`;
		const lead = connect(room, await live.account(made.facilitatorId));
		const category = made.categoryIds[0] ?? '';
		const guest = connect(room, await live.guest(made.workshopId, category));
		await until('the lead sees one', () => lead.presence?.connected[category] === 1);
		expect(lead.presence?.joined).toEqual({ [category]: 1 });
		guest.provider.disconnect();
		await until('the lead sees them gone', () => lead.presence?.connected[category] === undefined);
		expect(guest.presence).toBeUndefined();
	});

	test('[RM20] facilitators see how many are writing and each other; participants see neither', async () => {
		const stage = `stage.${made.workshopId}`;
		const lead = connect(stage, await live.account(made.facilitatorId));
		const who = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
		const [phone, onBoard] = [connect(stage, who), connect(board, who)];
		await until('all are in step', () => [lead, phone, onBoard].every(({ synced }) => synced));
		await until('the lead sees who runs it', () => lead.presence?.facilitators.length === 1);
		onBoard.provider.ws?.send(encodeWriting());
		await until('one is writing', () => lead.presence?.writing === 1);
		await until('and has stopped', () => lead.presence?.writing === 0);
		expect(phone.presence).toBeUndefined();
		// A screen, an observer and whoever may not write are not counted.
		phone.provider.ws?.send(encodeWriting());
		lead.provider.ws?.send(encodeWriting());
		onBoard.provider.ws?.send(new Uint8Array([MESSAGE.awareness, 1, 2, 3]));
		write(onBoard, 'goes on');
		await until('what it writes is saved', () => onBoard.allSaved);
		expect(lead.presence?.writing).toBe(0);
	});

	test('[RM11] of two facilitators who press the same button at once exactly one wins', async () => {
		const { version } = await live.app.stage.get(facilitator(), made.workshopId);
		const press = (): Promise<void> =>
			live.app.stage.openActivity(
				facilitator(),
				made.workshopId,
				made.activityIds[0] ?? '',
				version
			);
		const outcomes = await Promise.allSettled([press(), press()]);
		expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		const refused = outcomes.find((outcome) => outcome.status === 'rejected');
		expect(refused?.reason).toMatchObject({ code: 'stale' });
	});

	test('[RM12] bytes that are no message end the socket and nothing else', async () => {
		const [bad, worse, good] = [await guestOnBoard(), await guestOnBoard(), await guestOnBoard()];
		bad.provider.ws?.send(new Uint8Array([0, 2, 3, 255, 255, 255]));
		await until('what is no update is refused', () => bad.refusal === 'update_refused');
		worse.provider.ws?.send(new Uint8Array([0, 9, 200]));
		await until('it is closed', () => worse.closeCode === CLOSE_CODE.badMessage);
		write(good, 'encore là');
		await until('the other goes on', () => good.allSaved);
	});

	test('[RM13] an update that leaves a gap is answered by a new sync, and nothing stays parked', async () => {
		const writer = await guestOnBoard();
		const { ws } = writer.provider;
		const send = ws?.send.bind(ws);
		if (!ws || !send) throw new Error('no socket');
		ws.send = () => undefined;
		write(writer, 'lost on the way');
		ws.send = send;
		write(writer, 'the next one');
		await until('both are there after the new sync', async () => {
			const rows = await db.selectFrom('note').select('text').execute();
			return rows.length === 2;
		});
	});

	test('[RM14] what no row can hold is refused, and nothing of it is stored', async () => {
		const odd = { text: 'a', columnId: 'S', at: 1 };
		for (const note of [
			{ ...odd, at: Number.NaN },
			{ ...odd, at: 1e300 },
			{ ...odd, columnId: 'S\0' },
			{ ...odd, text: 'a\0b' }
		]) {
			const writer = await guestOnBoard();
			addNote(writer.doc, { ...note, pseudonym: writer.status?.pseudonym ?? '' });
			await until(`${JSON.stringify(note)} is refused`, () => writer.refusal !== undefined);
		}
		const lead = await live.account(made.facilitatorId);
		const clusters = `clusters.${made.groupingId}`;
		for (const [member, cluster] of [
			['board/a:b', { no: 'id' }],
			['board/a\0:b', 'abcd1234']
		] as const) {
			const client = connect(clusters, lead);
			await until('the lead is in step', () => client.synced);
			client.doc.getMap<unknown>('members').set(member, cluster);
			await until(`${member} is refused`, () => client.refusal !== undefined);
		}
		const plan = connect(`plan.${made.planId}`, lead);
		await until('the plan is in step', () => plan.synced);
		addAction(plan.doc, { ar: 'إجراء' }, { code: 'A\0.1', objectiveId: 'abcd1234' });
		await until('so is the code of an action', () => plan.refusal !== undefined);
		for (const table of ['note', 'cluster_note', 'plan_action', 'doc_update'] as const)
			expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
	});

	test('[RM15] a board whose activity was removed takes writing without harm', async () => {
		const lead = connect(board, await live.account(made.facilitatorId));
		await until('the lead is in step', () => lead.synced);
		await db.deleteFrom('activity').where('workshop_id', '=', made.workshopId).execute();
		const pseudonym = lead.status?.pseudonym ?? '';
		addNote(lead.doc, { pseudonym, columnId: 'S', text: 'x', at: 1 });
		await until('it is answered', () => lead.allSaved);
		expect(await db.selectFrom('note').selectAll().execute()).toEqual([]);
	});

	test('[RM16] whoever loses a workshop loses its open sockets: a co-facilitator, and a replaced screen', async () => {
		const other = await makeWorkshop(db);
		await db
			.insertInto('workshop_facilitator')
			.values({ workshop_id: made.workshopId, account_id: other.facilitatorId, lead: 0 })
			.execute();
		const who = await live.account(other.facilitatorId);
		const { workshopId, groupingId, planId } = made;
		const kinds = [`stage.${workshopId}`, `clusters.${groupingId}`, `plan.${planId}`];
		const rooms = [...kinds, board].map((room) => connect(room, who));
		await until('all are in step', () => rooms.every((room) => room.synced));
		await live.app.workshops.removeFacilitator(facilitator(), made.workshopId, other.facilitatorId);
		await until('all are closed', () =>
			rooms.every((room) => room.closeCode === CLOSE_CODE.forbidden)
		);

		const token = await live.app.workshops.createScreenLink(facilitator(), made.workshopId);
		const screen = new WebSocket(`${live.syncUrl}/${kinds[0] ?? ''}?screen=${token}`);
		const ended = new Promise((resolve) => screen.on('close', resolve));
		await new Promise((resolve) => screen.once('message', resolve));
		await live.app.workshops.createScreenLink(facilitator(), made.workshopId, { replacing: true });
		expect(await ended).toBe(CLOSE_CODE.signedOut);
	});

	test('[RM17] a socket that asks for the state again and again is ended, and told to come later', async () => {
		const [greedy, other] = [await guestOnBoard(), await guestOnBoard()];
		for (let asked = 0; asked < 100; asked++)
			greedy.provider.ws?.send(new Uint8Array([0, 0, 1, 0]));
		await until('it is closed', () => greedy.closeCode === CLOSE_CODE.tryLater);
		write(other, 'encore là');
		await until('the other goes on', () => other.allSaved);
	});

	test('[RM19] whose category becomes one that observes loses the board at once', async () => {
		const writer = await guestOnBoard();
		await db.updateTable('category').set({ observing: 1 }).execute();
		await live.app.stage.publish(made.workshopId);
		await until('the socket is closed', () => writer.closeCode === CLOSE_CODE.forbidden);
	});
});
