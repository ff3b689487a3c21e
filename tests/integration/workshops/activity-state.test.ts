import { afterEach, beforeEach, expect, test } from 'vitest';
import { readStage } from '#lib/board/stage-doc.ts';
import type { ActivityDraft } from '#lib/domain/activities/activity-draft.ts';
import type { HandsState } from '#lib/domain/activities/hands.ts';
import type { Actor } from '#lib/domain/people/actor.ts';
import type { App } from '#lib/server/app.ts';
import type { WorkshopData } from '#lib/server/documents/data/workshop-json.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { openApp } from '../../support/workshops/people.ts';
import {
	director,
	facilitator,
	joinAs,
	makeRegion
} from '../../support/workshops/workshop-people.ts';

const option = (id: string, ar = `خيار ${id}`) => ({ id, text: { ar } });
const poll = (...options: ReturnType<typeof option>[]): ActivityDraft => ({
	kind: 'hands',
	title: { ar: 'متى نجتمع؟' },
	shortTitle: {},
	prompt: { ar: 'أي يوم يناسبكم؟' },
	durationMinutes: 10,
	parameters: { options }
});
const counted = (A: number, B: number): HandsState => ({
	counts: [
		{ id: 'A', hands: A },
		{ id: 'B', hands: B }
	]
});

forEachEngine('the state of an activity', (open) => {
	let app: App;
	let made: MadeWorkshop;
	let pollId: string;

	beforeEach(async () => {
		const db = await open();
		app = await openApp(db);
		made = await makeWorkshop(db, { workshop: { region_id: await makeRegion(db) } });
		pollId = await app.agenda.add(
			lead(),
			made.workshopId,
			await version(),
			poll(option('A'), option('B'))
		);
		await app.stage.openActivity(lead(), made.workshopId, pollId, await seen());
	});
	afterEach(() => app.close());

	const lead = () => facilitator(made.facilitatorId);
	const version = async () => (await app.workshops.get(lead(), made.workshopId)).version;
	const stage = () => app.stage.get(lead(), made.workshopId);
	const seen = async () => (await stage()).version;
	const keep = async (state: unknown, actor: Actor = lead(), activityId = pollId) =>
		app.stage.keepState(actor, made.workshopId, activityId, state, await seen());
	const events = () =>
		app.db.selectFrom('event').selectAll().where('action', '=', 'activity_state_kept').execute();
	const stored = () => app.db.selectFrom('activity_state').selectAll().execute();

	test('[AK6] what is kept of the current activity is told to everybody, and corrected', async () => {
		expect((await stage()).state).toBeNull();
		await keep(counted(12, 1));
		expect((await stage()).state).toEqual(counted(12, 1));
		await keep(counted(12, 2));
		expect((await stage()).state).toEqual(counted(12, 2));
		const told = await app.rooms.read('stage', made.workshopId, (doc) => readStage(doc));
		expect(told?.state).toEqual(counted(12, 2));
		expect(await stored()).toMatchObject([{ activity_id: pollId }]);
		expect(await events()).toMatchObject([
			{ actor_id: lead().id, subject_kind: 'activity', subject_id: pollId },
			{ actor_id: lead().id, subject_kind: 'activity', subject_id: pollId }
		]);
	});

	test('[AK6] only who runs the workshop keeps it', async () => {
		const guest = await joinAs(app.db, made.workshopId, made.categoryIds[0]!);
		for (const actor of [guest, director('fes-meknes'), facilitator('another')])
			await expect(keep(counted(1, 1), actor)).rejects.toMatchObject({ code: 'forbidden' });
		expect(await stored()).toEqual([]);
		expect(await events()).toEqual([]);
	});

	test('[HA2] what is out of bounds is refused as a whole, and leaves no event', async () => {
		await keep(counted(3, 4));
		for (const wrong of [counted(-1, 0), counted(0, 2001), { counts: [] }, null])
			await expect(keep(wrong)).rejects.toMatchObject({ code: 'invalid_input' });
		expect((await stage()).state).toEqual(counted(3, 4));
		expect(await events()).toHaveLength(1);
	});

	test('[AK6] [RN13] it stays as it is once the stage has gone on, or the hall is closed', async () => {
		await keep(counted(3, 4));
		const before = await seen();
		const [notes] = made.activityIds;
		await app.stage.openActivity(lead(), made.workshopId, notes!, before);
		expect((await stage()).state).toBeNull();
		const late = app.stage.keepState(lead(), made.workshopId, pollId, counted(9, 9), before);
		await expect(late).rejects.toMatchObject({ code: 'stale' });
		await expect(keep(counted(9, 9))).rejects.toMatchObject({ code: 'stale' });
		await expect(keep({}, lead(), notes)).rejects.toMatchObject({ code: 'not_found' });
		await app.stage.openActivity(lead(), made.workshopId, pollId, await seen());
		expect((await stage()).state).toEqual(counted(3, 4));
		await app.workshops.closeHall(lead(), made.workshopId, await version());
		await expect(keep(counted(9, 9))).rejects.toMatchObject({ code: 'hall_closed' });
	});

	test('[AK6] of two who keep at once exactly one wins', async () => {
		const at = await seen();
		const both = await Promise.allSettled(
			[counted(1, 0), counted(2, 0)].map((state) =>
				app.stage.keepState(lead(), made.workshopId, pollId, state, at)
			)
		);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(await events()).toHaveLength(1);
	});

	test('[AK7] an activity with a state stays, with what its state speaks of; its wording changes', async () => {
		const edit = async (draft: ActivityDraft) =>
			app.agenda.edit(lead(), made.workshopId, await version(), pollId, draft);
		await edit(poll(option('A'), option('B'), option('C')));
		await edit(poll(option('A'), option('B')));
		await keep(counted(3, 4));
		const talk = { ...poll(), kind: 'plenary', parameters: {} } as const;
		for (const draft of [poll(option('A'), option('C')), talk])
			await expect(edit(draft)).rejects.toMatchObject({ code: 'activity_in_use' });
		await edit(poll(option('B'), option('A', 'الجمعة')));
		await expect(
			app.agenda.remove(lead(), made.workshopId, await version(), pollId)
		).rejects.toMatchObject({ code: 'activity_in_use' });
		const copy = await app.agenda.duplicate(lead(), made.workshopId, await version(), pollId);
		await app.stage.openActivity(lead(), made.workshopId, copy, await seen());
		expect((await stage()).state).toBeNull();
	});

	test('[AK7] the workshop’s data name what was kept, with what it speaks of', async () => {
		await keep(counted(3, 0));
		const { bytes } = await app.documents.make(lead(), made.workshopId, {
			subject: 'data',
			format: 'json',
			locale: 'ar'
		});
		const { agenda } = JSON.parse(new TextDecoder().decode(bytes)) as WorkshopData;
		expect(agenda.find(({ id }) => id === pollId)).toMatchObject({
			parameters: { options: [option('A'), option('B')] },
			columns: [],
			vote: null,
			state: counted(3, 0)
		});
		expect(agenda.find(({ id }) => id !== pollId)).not.toHaveProperty('state');
	});
});
