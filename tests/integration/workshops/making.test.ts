import { beforeEach, expect, test } from 'vitest';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import type { LocalizedText } from '#lib/domain/text/locale.ts';
import type { App } from '#lib/server/app.ts';
import { columnsOf, voteRulesOf } from '#lib/domain/activities/activity-setup.ts';
import { SHIPPED_TEMPLATES } from '#lib/server/templates/shipped-templates.ts';
import { onePixelPng } from '../../support/files/one-pixel-png.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import {
	makeAccount,
	openPreparation,
	type Preparation
} from '../../support/workshops/preparation.ts';
import { boardOf, makeNote } from '../../support/workshops/workshop-people.ts';

const LOGO = onePixelPng();

forEachEngine('making a workshop', (open) => {
	let preparation: Preparation;
	let app: App;
	let lead: AccountActor;

	beforeEach(async () => {
		preparation = await openPreparation(await open());
		({ app, lead } = preparation);
	});

	const fromTemplate = () => preparation.fromTemplate();
	const blank = (title?: LocalizedText) => preparation.blank(title);

	test('[WS1] a title in one language is enough; it has a code and its maker as lead', async () => {
		const id = await blank();
		const workshop = await app.workshops.get(lead, id);
		expect(workshop).toMatchObject({ title: { ar: 'ورشة' }, state: 'preparing', version: 1 });
		expect(workshop.joinCode).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
		const [named] = await app.workshops.facilitators(lead, id);
		expect(named).toMatchObject({ id: lead.id, lead: true });
	});

	test('[WS1] without a title nothing is made', async () => {
		await expect(blank({ ar: '  ' })).rejects.toMatchObject({ code: 'text_empty' });
		expect(await app.workshops.list(lead)).toEqual([]);
	});

	test('[WS1] administrators and directors make none', async () => {
		const director = await makeAccount(app.db, 'director', ['fes-meknes']);
		await expect(
			app.workshops.create(director, { title: { ar: 'و' }, origin: { kind: 'blank' } })
		).rejects.toMatchObject({ code: 'forbidden' });
	});

	test('[WS2] the template brings 11 items from 09:00, 17 categories and 60 people', async () => {
		const id = await fromTemplate();
		const agenda = await app.agenda.list(lead, id);
		expect(agenda.map((activity) => activity.startTime)).toEqual([
			...['09:00', '09:30', '10:10', '11:15', '11:30', '12:20', '13:00'],
			...['14:00', '14:35', '15:30', '16:15']
		]);
		expect(agenda.flatMap((activity) => columnsOf(activity).map((column) => column.id))).toEqual([
			...['S', 'W', 'O', 'T', 'CH', 'ND', 'GOV', 'CPL', 'SUS']
		]);
		expect(voteRulesOf(agenda[4]!)).toEqual({ method: 'dots', budget: 5, cap: 2 });
		const categories = await app.categories.list(lead, id);
		expect(categories).toHaveLength(17);
		expect(categories.reduce((sum, category) => sum + category.expected, 0)).toBe(60);
		expect(categories.filter((category) => category.observing)).toHaveLength(1);
	});

	test('[WS2] every text of the template stands in three languages', () => {
		const { categories, activities, basics } = SHIPPED_TEMPLATES['fes-meknes'];
		const texts = [
			basics.title,
			...basics.objectives,
			...categories.map((category) => category.name),
			...activities.flatMap((activity) => [
				activity.title,
				...columnsOf(activity).map((column) => column.name)
			])
		];
		for (const text of texts) expect(Object.keys(text)).toEqual(['ar', 'fr', 'en']);
	});

	test('[WS4] a copy has the agenda, categories and organisers, no notes and no date', async () => {
		const id = await fromTemplate();
		await app.organisers.saveAll(lead, id, 1, [
			{ name: 'مجلس الجهة', role: 'partner', logoId: null, upload: LOGO }
		]);
		const [first] = await app.agenda.list(lead, id);
		await makeNote(app.db, id, await boardOf(app.db, first!.id), { text: 'فكرة', columnId: 'S' });
		const copy = await app.workshops.create(lead, {
			title: { fr: 'Copie' },
			origin: { kind: 'copy', workshopId: id }
		});
		expect(await app.agenda.list(lead, copy)).toHaveLength(11);
		expect(await app.categories.list(lead, copy)).toHaveLength(17);
		const [organiser] = await app.organisers.list(lead, copy);
		const [original] = await app.organisers.list(lead, id);
		expect(organiser?.name).toBe('مجلس الجهة');
		expect(organiser?.logoId).not.toBe(original?.logoId);
		expect((await app.workshops.get(lead, copy)).date).toBeNull();
		const listed = await app.workshops.list(lead);
		const copied = listed.find(({ workshop }) => workshop.id === copy);
		expect(copied).toMatchObject({ notes: 0, participants: 0 });
	});

	test('[WS4] only those who prepare a workshop copy it', async () => {
		const id = await blank();
		const stranger = await makeAccount(app.db);
		await expect(
			app.workshops.create(stranger, {
				title: { ar: 'نسخة' },
				origin: { kind: 'copy', workshopId: id }
			})
		).rejects.toMatchObject({ code: 'forbidden' });
	});
});
