import { afterEach, beforeEach, expect, test } from 'vitest';
import { addCluster } from '#lib/board/clusters-doc.ts';
import { readNotes } from '#lib/board/board-doc.ts';
import { PRETEND_NOTES } from '#lib/server/rehearsals/pretend-notes.ts';
import type { App } from '#lib/server/app.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { refusalOf } from '../../support/refusal.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { openApp } from '../../support/workshops/people.ts';
import {
	director,
	facilitator,
	joinAs,
	makeNote,
	makeRegion
} from '../../support/workshops/workshop-people.ts';

forEachEngine('rehearsals', (open) => {
	let app: App;
	let made: MadeWorkshop;

	beforeEach(async () => {
		const db = await open();
		app = await openApp(db);
		made = await makeWorkshop(db, {
			workshop: {
				region_id: await makeRegion(db),
				admission: 'tickets',
				state: 'preparing',
				opened_at: null
			},
			activities: [
				{ kind: 'presentation', state: 'planned', opened_at: null },
				{
					parameters: { vote: { method: 'dots', budget: 3, cap: 2 } },
					state: 'planned',
					opened_at: null
				}
			]
		});
	});
	afterEach(() => app.close());

	const lead = () => facilitator(made.facilitatorId);
	const start = () => app.rehearsals.start(lead(), made.workshopId);
	const workshop = async (id: string) => app.workshops.get(lead(), id);

	/** Every row of every table but the log of what was done, as text. */
	async function stored(): Promise<Map<string, string[]>> {
		const rows = new Map<string, string[]>();
		for (const { name } of await app.db.introspection.getTables())
			if (name !== 'event' && !name.startsWith('sqlite') && !name.startsWith('kysely'))
				rows.set(
					name,
					(
						await app.db
							.selectFrom(name as 'workshop')
							.selectAll()
							.execute()
					)
						.map((row) =>
							JSON.stringify(row, (_key, value: unknown) =>
								typeof value === 'bigint' ? String(value) : value
							)
						)
						.sort()
				);
		return rows;
	}

	test('[RH1] [RH2] one press fills a workshop of its own with pretend people and notes, in its language and marked', async () => {
		const before = await workshop(made.workshopId);
		const id = await start();
		const rehearsal = await workshop(id);
		expect(rehearsal.state).toBe('open');
		expect(rehearsal.joinCode).not.toBe(before.joinCode);
		expect(rehearsal.title.ar).toMatch(/^تمرين: /);
		// Its watermark stands on every page, phone, screen and document.
		expect(rehearsal.example).toBe(true);
		const people = await app.people.list(lead(), id);
		expect(people.length).toBeGreaterThanOrEqual(12);
		expect(people.every(({ name }) => name.startsWith('شخص وهمي'))).toBe(true);
		const { activityId, boards } = await app.stage.get(lead(), id);
		const board = boards.find((one) => one.activityId === activityId)!;
		const notes = await app.rooms.read('board', board.id, readNotes);
		expect(notes.length).toBeGreaterThan(0);
		for (const { text } of notes) expect(PRETEND_NOTES.ar).toContain(text);
		expect(await app.rehearsals.find(lead(), made.workshopId)).toMatchObject({
			id,
			people: people.length,
			notes: notes.length
		});
		// One of each workshop, however often it is pressed; none of a rehearsal.
		expect(await start()).toBe(id);
		expect((await refusalOf(app.rehearsals.start(lead(), id))).code).toBe('forbidden');
	});

	test('[RH4] pretend people write and vote when the facilitator says so, by the rules of the day', async () => {
		const id = await start();
		const [, writing] = await app.agenda.list(lead(), id);
		const seen = async () => (await app.stage.get(lead(), id)).version;
		const first = await app.rehearsals.find(lead(), id);
		const acts = await app.rehearsals.act(lead(), id);
		expect(acts.ballots).toBe(0);
		expect((await app.rehearsals.find(lead(), id))!.notes).toBe(first!.notes + acts.notes);

		await app.stage.closeWriting(lead(), id, await seen());
		expect(await app.rehearsals.act(lead(), id)).toEqual({ notes: 0, ballots: 0 });
		const { boards } = await app.stage.get(lead(), id);
		const notes = await app.rooms.read('board', boards[0]!.id, readNotes);
		await app.rooms.change('clusters', writing!.groupingId, made.facilitatorId, (doc) => {
			addCluster(doc, { ar: 'الأول' }, [{ board: boards[0]!.id, key: notes[0]!.key }]);
			addCluster(doc, { ar: 'الثاني' }, [{ board: boards[0]!.id, key: notes[1]!.key }]);
		});
		const vote = await app.votes.openVote(lead(), id, writing!.id, await seen());
		const { ballots } = await app.rehearsals.act(lead(), id);
		expect(ballots).toBeGreaterThan(5);
		expect((await app.votes.turnout(lead(), vote)).voted).toBe(ballots);
		// Nobody votes twice.
		expect(await app.rehearsals.act(lead(), id)).toEqual({ notes: 0, ballots: 0 });
	});

	test('[RH5] emptying leaves nothing of it, and of the workshop and its people everything', async () => {
		const real = await joinAs(app.db, made.workshopId, made.categoryIds[0]!);
		await makeNote(app.db, made.workshopId, made.boardIds[1]!, {
			author: real,
			text: 'كلام حقيقي'
		});
		const before = await stored();
		const id = await start();
		const [, writing] = await app.agenda.list(lead(), id);
		const { boards, version } = await app.stage.get(lead(), id);
		const notes = await app.rooms.read('board', boards[0]!.id, readNotes);
		await app.rooms.change('clusters', writing!.groupingId, made.facilitatorId, (doc) => {
			addCluster(doc, { ar: 'الأول' }, [{ board: boards[0]!.id, key: notes[0]!.key }]);
		});
		await app.votes.openVote(lead(), id, writing!.id, version);
		await app.rehearsals.act(lead(), id);
		await app.proposals.create(lead(), id, {
			text: { ar: 'مقترح' },
			status: 'draft',
			clusterIds: [],
			noteKeys: []
		});
		await app.tickets.add(lead(), id, 3);
		await app.workshops.createScreenLink(lead(), id);

		expect(await app.rehearsals.empty(lead(), id)).toBe(made.workshopId);
		const after = await stored();
		for (const [table, rows] of before) expect([table, after.get(table)]).toEqual([table, rows]);
		expect((await refusalOf(app.workshops.get(lead(), id))).code).toBe('not_found');
		expect(await app.rehearsals.find(lead(), made.workshopId)).toBeNull();
		const told = await app.db
			.selectFrom('event')
			.select('action')
			.where('workshop_id', '=', made.workshopId)
			.where('action', 'in', ['rehearsal_started', 'rehearsal_emptied'])
			.orderBy('seq')
			.execute();
		expect(told.map(({ action }) => action)).toEqual(['rehearsal_started', 'rehearsal_emptied']);
		// The workshop itself is never emptied.
		expect((await refusalOf(app.rehearsals.empty(lead(), made.workshopId))).code).toBe('not_found');
		const again = await start();
		expect(again).not.toBe(id);
		// The day begins: what was tried before goes by itself.
		const { version: now } = await workshop(made.workshopId);
		await app.workshops.openHall(lead(), made.workshopId, now);
		expect((await refusalOf(app.workshops.get(lead(), again))).code).toBe('not_found');
	});

	test('[RH6] nobody else starts, sees or empties it, and it stands in no list', async () => {
		const id = await start();
		const stranger = facilitator('another');
		for (const act of [
			app.rehearsals.start(stranger, made.workshopId),
			app.rehearsals.find(stranger, made.workshopId),
			app.rehearsals.act(stranger, id),
			app.rehearsals.empty(stranger, id)
		])
			expect((await refusalOf(act)).code).toBe('forbidden');
		const { regionId } = await workshop(made.workshopId);
		expect((await refusalOf(app.workshops.get(director(regionId!), id))).code).toBe('forbidden');
		const listed = await app.workshops.list(lead());
		expect(listed.map((one) => one.workshop.id)).toEqual([made.workshopId]);
	});
});
