import { beforeEach, expect, test } from 'vitest';
import type { App } from '#lib/server/app.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { openApp } from '../../support/workshops/people.ts';
import { facilitator } from '../../support/workshops/workshop-people.ts';

forEachEngine('a workshop of several days', (open) => {
	let app: App;
	let workshop: MadeWorkshop;
	const lead = () => facilitator(workshop.facilitatorId);

	beforeEach(async () => {
		app = await openApp(await open());
		workshop = await makeWorkshop(app.db, { activities: [{}, {}, {}] });
		const { workshopId, activityIds } = workshop;
		await app.db
			.insertInto('day')
			.values({
				id: 'second',
				workshop_id: workshopId,
				date: '2025-04-16',
				start_time: '08:30',
				end_time: '12:00',
				position: 2
			})
			.execute();
		await app.db
			.updateTable('activity')
			.set({ day_id: 'second' })
			.where('id', '=', activityIds[1]!)
			.execute();
	});

	const hours = async (workshopId = workshop.workshopId) =>
		(await app.agenda.list(lead(), workshopId)).map(({ id, startTime }) => [id, startTime]);
	const place = (activityIds: readonly string[]) =>
		app.agenda.reorder(lead(), workshop.workshopId, 1, activityIds);

	test('[WS11] its agenda is in the order of the days, and each day begins at its own hour', async () => {
		const [one, two, three] = workshop.activityIds as [string, string, string];
		await place([two, one, three]);
		expect(await hours()).toEqual([
			[one, '09:00'],
			[three, '09:30'],
			[two, '08:30']
		]);
	});

	test('[WS11] a new item takes place on the day of the one before it, else on the last', async () => {
		const { workshopId, activityIds } = workshop;
		const draft = (await app.agenda.list(lead(), workshopId))[0]!;
		const early = await app.agenda.add(lead(), workshopId, 1, draft, activityIds[0]);
		const late = await app.agenda.add(lead(), workshopId, 2, draft);
		const now = await hours();
		expect(now.find(([id]) => id === early)).toEqual([early, '09:30']);
		expect(now.at(-1)).toEqual([late, '09:00']);
	});

	test('[WS11] its date and hours are what its days span, and are saved to those', async () => {
		const { workshopId } = workshop;
		const before = await app.workshops.get(lead(), workshopId);
		expect(before).toMatchObject({ date: '2025-04-15', startTime: '09:00', endTime: '12:00' });
		const saved = await app.workshops.update(lead(), workshopId, 1, {
			...before,
			startTime: '08:00'
		});
		expect(saved.days).toMatchObject([
			{ date: '2025-04-15', startTime: '08:00', endTime: '17:00' },
			{ date: '2025-04-16', startTime: '08:30', endTime: '12:00' }
		]);
		const [summary] = await app.workshops.list(lead());
		expect(summary!.workshop.days).toEqual(saved.days);
	});

	test('[WS4] a copy has as many days with their hours, without dates, and each item on its own', async () => {
		await place(workshop.activityIds);
		const copy = await app.workshops.create(lead(), {
			title: { ar: 'نسخة' },
			origin: { kind: 'copy', workshopId: workshop.workshopId }
		});
		const { days, date, startTime, endTime } = await app.workshops.get(lead(), copy);
		expect({ date, startTime, endTime }).toEqual({
			date: null,
			startTime: '09:00',
			endTime: '12:00'
		});
		expect(days).toHaveLength(2);
		expect((await hours(copy)).map(([, hour]) => hour)).toEqual(['09:00', '09:30', '08:30']);
	});
});
