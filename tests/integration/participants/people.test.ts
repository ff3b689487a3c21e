import { afterEach, beforeEach, expect, test } from 'vitest';
import { readNotes } from '#lib/board/board-doc.ts';
import { newId } from '#lib/domain/id.ts';
import { CLOSE_CODE } from '#lib/realtime/close-code.ts';
import { roomName } from '#lib/realtime/room-name.ts';
import { guestOf } from '#lib/server/access/guest-of.ts';
import { startLiveApp, type LiveApp } from '../../support/server/live-app.ts';
import { LiveClient, type LiveClientIdentity } from '../../support/sockets/live-client.ts';
import { castBallot } from '../../support/workshops/publish-vote.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { refusalOf } from '../../support/refusal.ts';
import { until } from '../../support/until.ts';
import {
	director,
	facilitator,
	joinAs,
	makeCluster,
	makeNote,
	makeTable
} from '../../support/workshops/workshop-people.ts';

forEachEngine('the people of a workshop', (open) => {
	let live: LiveApp;
	let workshop: MadeWorkshop;
	let boardId: string;
	const clients: LiveClient[] = [];

	beforeEach(async () => {
		live = await startLiveApp(await open());
		workshop = await makeWorkshop(live.app.db);
		boardId = workshop.boardIds[0]!;
	});
	afterEach(async () => {
		for (const client of clients.splice(0)) client.destroy();
		await live.stop();
	});

	const lead = () => facilitator(workshop.facilitatorId);
	const list = () => live.app.people.list(lead(), workshop.workshopId);
	/** A guest with their participant id. */
	async function join(category = 0) {
		const guest = await live.guest(workshop.workshopId, workshop.categoryIds[category]!);
		const { id } = await live.app.db
			.selectFrom('participant')
			.select('id')
			.where('actor_id', '=', guest.actorId)
			.executeTakeFirstOrThrow();
		return { ...guest, participantId: id };
	}
	async function connect(who: LiveClientIdentity, kind: 'board' | 'stage'): Promise<LiveClient> {
		const id = kind === 'board' ? boardId : workshop.workshopId;
		const client = new LiveClient(live.syncUrl, roomName(kind, id), who);
		clients.push(client);
		await until('it is in step', () => client.synced);
		return client;
	}
	const cookiesOf = ({ cookie }: LiveClientIdentity) => ({
		get: (name: string) =>
			cookie.startsWith(`${name}=`) ? cookie.slice(name.length + 1) : undefined
	});

	test('[PE1] facilitators see who joined, as what, and who is connected', async () => {
		const first = await join();
		await join(2);
		await live.app.db
			.updateTable('participant')
			.set({ name: 'سعاد', organisation: 'تعاونية الأمل', joined_at: 1 })
			.where('id', '=', first.participantId)
			.execute();
		await connect(first, 'stage');
		expect(await list()).toMatchObject([
			{ name: '', categoryId: workshop.categoryIds[2], role: 'participant', connected: false },
			{
				participantId: first.participantId,
				name: 'سعاد',
				organisation: 'تعاونية الأمل',
				role: 'participant',
				joinedAt: 1,
				connected: true,
				removed: false
			}
		]);
		expect(JSON.stringify(await list())).not.toContain(first.actorId);
	});

	test('[PE2] nobody but the workshop’s facilitators sees or changes people', async () => {
		const { workshopId, categoryIds } = workshop;
		const { people } = live.app;
		const { participantId } = await join();
		const guest = await joinAs(live.app.db, workshopId, categoryIds[0]!);
		const seat = { spaceId: 't', layer: 'table', role: 'facilitator' } as const;
		const host = { ...guest, seats: [seat] };
		for (const actor of [guest, host, director('fes-meknes'), facilitator(newId())])
			for (const attempt of [
				() => people.list(actor, workshopId),
				() => people.setRole(actor, workshopId, participantId, 'observer'),
				() => people.remove(actor, workshopId, participantId),
				() => people.letIn(actor, workshopId, participantId),
				() => people.merge(actor, workshopId, participantId, ['none']),
				() => people.personalLink(actor, workshopId, participantId),
				() => live.app.workshops.setJoining(actor, workshopId, false)
			])
				expect(await refusalOf(attempt())).toMatchObject({ code: 'forbidden' });
		const other = await makeWorkshop(live.app.db);
		const there = people.remove(facilitator(other.facilitatorId), other.workshopId, participantId);
		expect(await refusalOf(there)).toMatchObject({ code: 'not_found' });
		expect((await list()).map(({ role, removed }) => [role, removed])).toEqual([
			['participant', false],
			['participant', false]
		]);
	});

	test('[PE3] another role counts at once on sockets that are open', async () => {
		const person = await join();
		const table = await makeTable(live.app.db, workshop, { activityId: workshop.activityIds[0]! });
		const { workshopId } = workshop;
		await live.app.spaces.seat(lead(), workshopId, { ...person, spaceId: table.spaceId });
		boardId = table.boardId;
		const board = await connect(person, 'board');
		const stage = await connect(person, 'stage');
		const { people } = live.app;
		const setRole = (role: 'participant' | 'table_facilitator' | 'observer') =>
			people.setRole(lead(), workshop.workshopId, person.participantId, role);
		expect(board.status).toMatchObject({ mayWrite: true, mayChangeAll: false });
		await setRole('table_facilitator');
		await until('it has charge of all', () => board.status?.mayChangeAll === true);
		await setRole('participant');
		await until('it has no more', () => board.status?.mayChangeAll === false);
		await setRole('observer');
		await until('the board is closed', () => board.closeCode === CLOSE_CODE.forbidden);
		expect(stage.provider.wsconnected).toBe(true);
		expect((await guestOf(live.app, cookiesOf(person), workshop.workshopId))?.observing).toBe(true);
	});

	test('[PE4] who is taken out is out at once, everywhere, and does not come in again', async () => {
		const person = await join();
		const stays = await connect(await join(), 'stage');
		const sockets = [await connect(person, 'board'), await connect(person, 'stage')];
		await live.app.people.remove(lead(), workshop.workshopId, person.participantId);
		for (const socket of sockets)
			await until('it is ended', () => socket.closeCode === CLOSE_CODE.forbidden);
		expect(stays.provider.wsconnected).toBe(true);
		expect(await guestOf(live.app, cookiesOf(person), workshop.workshopId)).toBeUndefined();
		const again = new LiveClient(live.syncUrl, roomName('stage', workshop.workshopId), person);
		clients.push(again);
		await until('it is refused', () => again.closeCode === CLOSE_CODE.forbidden);
		expect((await list()).filter(({ removed }) => removed)).toHaveLength(1);
	});

	test('[PE4] letting in again makes the same person of the same browser', async () => {
		const person = await join();
		const { people } = live.app;
		const { spaceId } = await makeTable(live.app.db, workshop);
		await live.app.spaces.seat(lead(), workshop.workshopId, { ...person, spaceId });
		await people.setRole(lead(), workshop.workshopId, person.participantId, 'rapporteur');
		expect((await list())[0]).toMatchObject({ role: 'rapporteur', tableId: spaceId });
		await people.remove(lead(), workshop.workshopId, person.participantId);
		const changed = people.setRole(
			lead(),
			workshop.workshopId,
			person.participantId,
			'table_facilitator'
		);
		expect(await refusalOf(changed)).toMatchObject({ code: 'not_found' });
		await people.letIn(lead(), workshop.workshopId, person.participantId);
		expect(await guestOf(live.app, cookiesOf(person), workshop.workshopId)).toMatchObject({
			participantId: person.participantId,
			role: 'participant',
			seats: []
		});
		await connect(person, 'board');
	});

	test('[PE5] what was written stays and a ballot in an open vote goes; who was taken out is in no list of those who are there', async () => {
		const { app } = live;
		const { workshopId, groupingId, activityIds, categoryIds } = workshop;
		const guest = await joinAs(app.db, workshopId, categoryIds[0]!);
		const silent = await joinAs(app.db, workshopId, categoryIds[0]!);
		const note = await makeNote(app.db, workshopId, boardId, { author: guest, text: 'باقية' });
		const clusterId = await makeCluster(app.db, groupingId, 'التسويق', { notes: [note] });
		const voteId = await app.votes.openVote(lead(), workshopId, activityIds[0]!, 1);
		await castBallot(app, guest, voteId, { [clusterId]: 2 });
		for (const { participantId } of [guest, silent])
			await app.people.remove(lead(), workshopId, participantId);
		expect(await app.votes.turnout(lead(), voteId)).toEqual({ voted: 0, mayVote: 0 });
		expect(await app.db.selectFrom('ballot').selectAll().execute()).toEqual([]);
		expect((await app.run.countNotes(lead(), workshopId)).get(boardId)).toBe(1);
		const attendance = await app.participants.attendance(lead(), workshopId);
		expect(attendance.map(({ joined }) => joined)).toEqual([0, 0, 0]);
		const { participants, voters } = (await app.figures.complete(lead(), workshopId)).counts;
		expect({ participants, voters }).toEqual({ participants: 0, voters: 0 });
	});

	test('[PE6] an observer by role reads no board and has no vote, though the category takes part', async () => {
		const { app } = live;
		const { workshopId, groupingId, activityIds, categoryIds } = workshop;
		const person = await join();
		const author = await joinAs(app.db, workshopId, categoryIds[2]!);
		const note = await makeNote(app.db, workshopId, boardId, { author, text: 'التسويق' });
		await makeCluster(app.db, groupingId, 'التسويق', { notes: [note] });
		const voteId = await app.votes.openVote(lead(), workshopId, activityIds[0]!, 1);
		await app.people.setRole(lead(), workshopId, person.participantId, 'observer');
		const observer = (await guestOf(app, cookiesOf(person), workshopId))!;
		expect(await refusalOf(castBallot(app, observer, voteId, {}))).toMatchObject({
			code: 'vote_observer'
		});
		expect(await app.votes.turnout(lead(), voteId)).toEqual({ voted: 0, mayVote: 0 });
		expect(await app.rooms.read('board', boardId, readNotes)).toEqual([]);
	});
});
