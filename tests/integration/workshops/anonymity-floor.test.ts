import { beforeEach, expect, test } from 'vitest';
import type { GuestActor } from '#lib/domain/people/actor.ts';
import type { App } from '#lib/server/app.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { refusalOf } from '../../support/refusal.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { openApp } from '../../support/workshops/people.ts';
import { facilitator, joinAs, makeNote } from '../../support/workshops/workshop-people.ts';

/** People of each category. */
const PEOPLE = [4, 6, 7] as const;

forEachEngine('the floor of anonymity', (open) => {
	let app: App;
	let workshop: MadeWorkshop;
	const lead = () => facilitator(workshop.facilitatorId);

	beforeEach(async () => {
		app = await openApp(await open());
		workshop = await makeWorkshop(app.db, {
			categories: PEOPLE.map(() => ({ observing: 0, expected: 5 }))
		});
		const people: GuestActor[] = [];
		for (const [index, count] of PEOPLE.entries())
			for (let person = 0; person < count; person++)
				people.push(await joinAs(app.db, workshop.workshopId, workshop.categoryIds[index]!));
		for (const author of people)
			await makeNote(app.db, workshop.workshopId, workshop.boardIds[0]!, { author, text: 'فكرة' });
	});

	async function setFloor(floor: number, version: number): Promise<void> {
		const present = await app.categories.list(lead(), workshop.workshopId);
		await app.categories.saveAll(lead(), workshop.workshopId, version, present, floor);
	}
	const floorOf = async (id: string) => (await app.workshops.get(lead(), id)).anonymityFloor;
	const shown = async () =>
		(await app.figures.shown(lead(), workshop.workshopId)).groups.map(({ people }) => people);

	test('[AF1] the workshop’s own floor is what figures and notes are measured by', async () => {
		const { workshopId } = workshop;
		await app.workshops.closeHall(lead(), workshopId, 1);
		expect(await shown()).toEqual([...PEOPLE]);
		await setFloor(5, 2);
		expect(await floorOf(workshopId)).toBe(5);
		expect(await shown()).toEqual([PEOPLE[0] + PEOPLE[1] + PEOPLE[2]]);
		// Four are under the floor of five, and six more hide with them.
		const beside = await app.noteCategories.of(lead(), workshopId, workshop.boardIds[0]!);
		expect(new Set(Object.values(beside))).toEqual(new Set(['withheld', workshop.categoryIds[2]]));
	});

	test('[AF1] a new workshop begins with 3, and a copy with the floor of its origin', async () => {
		await setFloor(6, 1);
		const copy = { kind: 'copy', workshopId: workshop.workshopId } as const;
		const title = { ar: 'نسخة' };
		expect(await floorOf(await app.workshops.create(lead(), { title, origin: copy }))).toBe(6);
		const blank = { kind: 'blank' } as const;
		expect(await floorOf(await app.workshops.create(lead(), { title, origin: blank }))).toBe(3);
	});

	test('[AF2] in a hall that was opened it rises and does not fall; then nothing of the list is saved', async () => {
		const { workshopId } = workshop;
		await setFloor(5, 1);
		expect(await refusalOf(setFloor(4, 2))).toMatchObject({
			code: 'floor_lowered',
			details: { floor: 5 }
		});
		expect(await refusalOf(setFloor(2, 2))).toMatchObject({ code: 'invalid_input' });
		expect(await app.workshops.get(lead(), workshopId)).toMatchObject({
			anonymityFloor: 5,
			version: 2
		});
		await app.db
			.updateTable('workshop')
			.set({ opened_at: null, state: 'preparing' })
			.where('id', '=', workshopId)
			.execute();
		await setFloor(3, 2);
		expect(await floorOf(workshopId)).toBe(3);
	});
});
