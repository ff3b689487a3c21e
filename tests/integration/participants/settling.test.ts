import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GuestActor } from '#lib/domain/people/actor.ts';
import type { SettledSuggestion } from '#lib/domain/people/suggestion.ts';
import type { App } from '#lib/server/app.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { refusalOf } from '../../support/refusal.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { openApp } from '../../support/workshops/people.ts';
import { director, facilitator, joinAs } from '../../support/workshops/workshop-people.ts';

forEachEngine('a suggestion on the page of the people', (open) => {
	let db: RootDb;
	let app: App;
	let made: MadeWorkshop;
	let people: GuestActor[];

	beforeEach(async () => {
		db = await open();
		app = await openApp(db);
		made = await makeWorkshop(db);
		people = [];
		for (let count = 0; count < 3; count++)
			people.push(await joinAs(db, made.workshopId, made.categoryIds[0]!));
	});
	afterEach(() => app.close());

	const lead = () => facilitator(made.facilitatorId);
	const ids = (...of: number[]) => of.map((index) => people[index]!.participantId);
	const settle = (suggestion: SettledSuggestion) =>
		app.people.settle(lead(), made.workshopId, suggestion);
	const settled = async () =>
		(await app.people.settled(lead(), made.workshopId))
			.map(({ kind, people }) => ({ kind, people: people.toSorted() }))
			.sort((a, b) => a.people.length - b.people.length || a.kind.localeCompare(b.kind));
	const sorted = (kind: SettledSuggestion['kind'], ...of: number[]) => ({
		kind,
		people: ids(...of).sort()
	});
	const rows = () => db.selectFrom('settled_suggestion').selectAll().execute();

	test('[PE13] it is kept by who stood in it, once, and a larger group takes its place', async () => {
		await settle({ kind: 'equal_names', people: ids(0, 1, 1) });
		await settle({ kind: 'one_device', people: ids(0, 1) });
		await settle({ kind: 'equal_names', people: ids(1, 0) });
		expect(await settled()).toEqual([sorted('equal_names', 0, 1), sorted('one_device', 0, 1)]);
		await settle({ kind: 'equal_names', people: ids(0, 1, 2) });
		await settle({ kind: 'equal_names', people: ids(1, 2) });
		expect(await settled()).toEqual([sorted('one_device', 0, 1), sorted('equal_names', 0, 1, 2)]);
		expect(await rows()).toHaveLength(5);
		const events = db.selectFrom('event').select('seq').where('action', '=', 'suggestion_settled');
		expect(await events.execute()).toHaveLength(3);
	});

	test('[PE13] only several people of this workshop who are there stand in one', async () => {
		const elsewhere = await makeWorkshop(db);
		const stranger = await joinAs(db, elsewhere.workshopId, elsewhere.categoryIds[0]!);
		await app.people.remove(lead(), made.workshopId, ids(2)[0]!);
		for (const [wrong, code] of [
			[ids(0, 0), 'invalid_input'],
			[[...ids(0), stranger.participantId], 'not_found'],
			[ids(0, 2), 'not_found'],
			[[...ids(0), 'nobody'], 'not_found']
		] as const) {
			const attempt = settle({ kind: 'equal_names', people: wrong });
			expect(await refusalOf(attempt)).toMatchObject({ code });
		}
		expect(await rows()).toEqual([]);
	});

	test('[PE2] [PE13] facilitators of the workshop alone settle, and see what was settled', async () => {
		await settle({ kind: 'equal_names', people: ids(0, 1) });
		for (const actor of [people[0]!, director('fes-meknes'), facilitator('another')])
			for (const attempt of [
				() => app.people.settled(actor, made.workshopId),
				() => app.people.settle(actor, made.workshopId, { kind: 'one_device', people: ids(0, 1) })
			])
				expect(await refusalOf(attempt())).toMatchObject({ code: 'forbidden' });
	});

	test('[PE13] entries that were settled can still be merged, and who is erased leaves no row', async () => {
		await settle({ kind: 'equal_names', people: ids(0, 1, 2) });
		const [kept = '', other = '', erased = ''] = ids(0, 1, 2);
		await app.people.merge(lead(), made.workshopId, kept, [other]);
		expect(await app.people.list(lead(), made.workshopId)).toHaveLength(2);
		await app.persons.erase(lead(), made.workshopId, erased);
		expect(await settled()).toEqual([sorted('equal_names', 0, 1)]);
		// By one entry of theirs the whole person is erased.
		await app.persons.erase(lead(), made.workshopId, kept);
		expect(await rows()).toEqual([]);
	});

	test('[PE13] with the people of a workshop go its rows', async () => {
		await settle({ kind: 'one_device', people: ids(0, 1) });
		await db.deleteFrom('participant').where('workshop_id', '=', made.workshopId).execute();
		expect(await rows()).toEqual([]);
	});
});
