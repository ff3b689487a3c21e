import { beforeEach, expect, test, vi } from 'vitest';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import type { App } from '#lib/server/app.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import {
	makeAccount,
	openPreparation,
	type Preparation
} from '../../support/workshops/preparation.ts';

forEachEngine('a workshop', (open) => {
	let preparation: Preparation;
	let app: App;
	let lead: AccountActor;

	beforeEach(async () => {
		preparation = await openPreparation(await open());
		({ app, lead } = preparation);
	});

	const fromTemplate = () => preparation.fromTemplate();
	const blank = () => preparation.blank();

	test('[WS3] what is saved is trimmed, checked and counted up; the hours follow', async () => {
		const id = await fromTemplate();
		const before = await app.workshops.get(lead, id);
		const publish = vi.spyOn(app.stage, 'publish');
		const after = await app.workshops.update(lead, id, 1, {
			...before,
			title: { ar: ' عنوان ', fr: '' },
			date: '2025-04-15',
			startTime: '10:00',
			endTime: '17:50',
			regionId: 'fes-meknes'
		});
		expect(after).toMatchObject({ title: { ar: 'عنوان' }, date: '2025-04-15', version: 2 });
		expect((await app.agenda.list(lead, id))[1]?.startTime).toBe('10:30');
		expect(publish.mock.calls).toEqual([[id]]);
	});

	test.each([
		['date', { date: '2025-02-30' }],
		['startTime', { startTime: '25:00' }],
		['endTime', { startTime: '10:00', endTime: '09:00' }]
	])('[WS3] a wrong %s is refused and nothing changes', async (field, wrong) => {
		const id = await blank();
		const before = await app.workshops.get(lead, id);
		await expect(app.workshops.update(lead, id, 1, { ...before, ...wrong })).rejects.toMatchObject({
			code: 'invalid_input',
			details: { field }
		});
		expect(await app.workshops.get(lead, id)).toEqual(before);
	});

	test('[WS5] of two who save the same version one succeeds and the other is told', async () => {
		const id = await blank();
		const before = await app.workshops.get(lead, id);
		const results = await Promise.allSettled([
			app.workshops.update(lead, id, 1, { ...before, title: { ar: 'الأول' } }),
			app.workshops.update(lead, id, 1, { ...before, title: { ar: 'الثاني' } })
		]);
		expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
		const refused = results.find((result) => result.status === 'rejected');
		expect(refused?.reason).toMatchObject({ code: 'stale' });
	});

	test('[WS9] facilitators are named by their address; the lead stays', async () => {
		const id = await blank();
		const other = await makeAccount(app.db);
		await expect(app.workshops.get(other, id)).rejects.toMatchObject({ code: 'forbidden' });
		await app.workshops.nameFacilitator(lead, id, ` ${other.email.toUpperCase()} `);
		expect(await app.workshops.get(other, id)).toMatchObject({ id });
		await app.workshops.removeFacilitator(lead, id, lead.id);
		await app.workshops.removeFacilitator(lead, id, other.id);
		expect((await app.workshops.facilitators(lead, id)).map((one) => one.id)).toEqual([lead.id]);
	});

	test('[WS9] an address without a facilitator’s account is told', async () => {
		const id = await blank();
		const director = await makeAccount(app.db, 'director');
		for (const email of ['nobody@example.ma', director.email])
			await expect(app.workshops.nameFacilitator(lead, id, email)).rejects.toMatchObject({
				code: 'facilitator_unknown'
			});
	});
});
