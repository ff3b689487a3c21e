import { beforeEach, expect, test } from 'vitest';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import type { App } from '#lib/server/app.ts';
import { readLink } from '#lib/server/auth/links.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import {
	makeAccount,
	openPreparation,
	type Preparation
} from '../../support/workshops/preparation.ts';

forEachEngine('the hall', (open) => {
	let preparation: Preparation;
	let app: App;
	let lead: AccountActor;

	beforeEach(async () => {
		preparation = await openPreparation(await open());
		({ app, lead } = preparation);
	});

	const fromTemplate = () => preparation.fromTemplate();
	const blank = () => preparation.blank();

	test('[WS6] opens for joining and closes; a director sees it from then on', async () => {
		const id = await fromTemplate();
		const director = await makeAccount(app.db, 'director', ['fes-meknes']);
		const elsewhere = await makeAccount(app.db, 'director', ['oriental']);
		expect(await app.workshops.list(director)).toEqual([]);
		await expect(app.workshops.get(director, id)).rejects.toMatchObject({ code: 'forbidden' });

		const opened = await app.workshops.openHall(lead, id, 1);
		expect(opened).toMatchObject({ state: 'open', version: 2 });
		expect((await app.workshops.list(director)).map(({ workshop }) => workshop.id)).toEqual([id]);
		expect(await app.workshops.list(elsewhere)).toEqual([]);

		expect(await app.workshops.closeHall(lead, id, 2)).toMatchObject({ state: 'closed' });
		expect(await app.workshops.get(director, id)).toMatchObject({ state: 'closed' });
	});

	test.each(['open', 'ended'] as const)(
		'[WS6] does not close while a vote is %s',
		async (state) => {
			const id = await fromTemplate();
			await app.workshops.openHall(lead, id, 1);
			const [activity] = await app.agenda.list(lead, id);
			await app.db
				.insertInto('vote')
				.values({
					id: 'v',
					workshop_id: id,
					activity_id: activity?.id ?? '',
					grouping_id: activity?.groupingId ?? '',
					rules: '{}',
					state,
					opened_at: 1,
					cited: 0,
					ended_at: null,
					published_at: null,
					record: null
				})
				.execute();
			await expect(app.workshops.closeHall(lead, id, 2)).rejects.toMatchObject({
				code: 'vote_open'
			});
		}
	);

	test('[WS6] does not open while nobody could say who they are', async () => {
		const id = await blank();
		await expect(app.workshops.openHall(lead, id, 1)).rejects.toMatchObject({
			code: 'hall_without_categories'
		});
		expect(await app.workshops.get(lead, id)).toMatchObject({ state: 'preparing', version: 1 });
	});

	test('[WS6] two facilitators who press at once open it once', async () => {
		const id = await fromTemplate();
		const results = await Promise.allSettled([
			app.workshops.openHall(lead, id, 1),
			app.workshops.openHall(lead, id, 1)
		]);
		expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
	});

	test('[WS7] a code is unique among workshops that are not closed, and can be renewed', async () => {
		const first = await app.workshops.create(lead, {
			title: { ar: 'أولى' },
			origin: { kind: 'template', template: 'fes-meknes' },
			joinCode: 'FES415'
		});
		await expect(
			app.workshops.create(lead, {
				title: { ar: 'ثانية' },
				origin: { kind: 'blank' },
				joinCode: 'FES415'
			})
		).rejects.toMatchObject({ code: 'invalid_input' });

		await app.workshops.closeHall(lead, first, 1);
		const second = await app.workshops.create(lead, {
			title: { ar: 'ثانية' },
			origin: { kind: 'template', template: 'fes-meknes' },
			joinCode: 'FES415'
		});
		const reopened = await app.workshops.openHall(lead, first, 2);
		expect(reopened.joinCode).not.toBe('FES415');
		const renewed = await app.workshops.renewJoinCode(lead, second, 1);
		expect(renewed.joinCode).not.toBe('FES415');
	});

	test('[WS8] a new screen link ends the one on the wall only where that is asked', async () => {
		const id = await blank();
		const first = await app.workshops.createScreenLink(lead, id);
		const other = await app.workshops.createScreenLink(lead, id);
		for (const token of [first, other])
			expect(await readLink(app.db, token, 'screen')).toMatchObject({ workshopId: id });
		const second = await app.workshops.createScreenLink(lead, id, { replacing: true });
		await expect(readLink(app.db, first, 'screen')).rejects.toMatchObject({ code: 'link_invalid' });
		expect(await readLink(app.db, second, 'screen')).toMatchObject({ workshopId: id });
	});
});
