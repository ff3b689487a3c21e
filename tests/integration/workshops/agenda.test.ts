import { beforeEach, expect, test } from 'vitest';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import type { App } from '#lib/server/app.ts';
import { columnsOf, voteRulesOf } from '#lib/domain/activities/activity-setup.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { openPreparation, type Preparation } from '../../support/workshops/preparation.ts';
import { boardOf, makeNote } from '../../support/workshops/workshop-people.ts';

forEachEngine('the agenda', (open) => {
	let preparation: Preparation;
	let app: App;
	let lead: AccountActor;

	beforeEach(async () => {
		preparation = await openPreparation(await open());
		({ app, lead } = preparation);
	});

	const fromTemplate = () => preparation.fromTemplate();
	const blank = () => preparation.blank();

	const item = {
		kind: 'notes',
		title: { ar: 'نشاط' },
		shortTitle: {},
		prompt: { ar: 'ما رأيكم؟' },
		durationMinutes: 20,
		parameters: {
			columns: [{ id: 'A', name: { ar: 'عمود' }, color: 'mint', icon: 'plus' }],
			vote: null
		}
	} as const;
	const set = (parameters: object) => ({
		...item,
		parameters: { ...item.parameters, ...parameters }
	});

	test('[AG1] items are added, changed, doubled, moved and removed; the hours follow', async () => {
		const id = await fromTemplate();
		const before = await app.agenda.list(lead, id);
		const added = await app.agenda.add(lead, id, 1, item, before[0]!.id);
		const doubled = await app.agenda.duplicate(lead, id, 2, added);
		await app.agenda.edit(lead, id, 3, doubled, { ...item, durationMinutes: 5 });
		let now = await app.agenda.list(lead, id);
		expect(now.map((activity) => activity.id).slice(0, 4)).toEqual([
			before[0]!.id,
			added,
			doubled,
			before[1]!.id
		]);
		expect(now.slice(0, 4).map((activity) => activity.startTime)).toEqual([
			...['09:00', '09:30', '09:50', '09:55']
		]);
		await app.agenda.remove(lead, id, 4, added);
		const ids = (await app.agenda.list(lead, id)).map((activity) => activity.id);
		await app.agenda.reorder(lead, id, 5, ids.toReversed());
		now = await app.agenda.list(lead, id);
		expect(now.map((activity) => activity.id)).toEqual(ids.toReversed());
		expect(now.map((activity) => activity.position)).toEqual(now.map((_, index) => index + 1));
	});

	test('[AG3] an order that leaves one out or names one twice is refused', async () => {
		const id = await fromTemplate();
		const ids = (await app.agenda.list(lead, id)).map((activity) => activity.id);
		for (const order of [ids.slice(1), [...ids.slice(1), ids[1]!], [...ids, 'other']])
			await expect(app.agenda.reorder(lead, id, 1, order)).rejects.toMatchObject({
				code: 'invalid_input'
			});
	});

	test('[AG4] an item with notes stays, and so does a column with notes', async () => {
		const id = await fromTemplate();
		const swot = (await app.agenda.list(lead, id))[2]!;
		await makeNote(app.db, id, await boardOf(app.db, swot.id), { text: 'فكرة', columnId: 'W' });
		await expect(app.agenda.remove(lead, id, 1, swot.id)).rejects.toMatchObject({
			code: 'activity_in_use'
		});
		const without = (column: string) => ({
			...swot,
			parameters: {
				...swot.parameters,
				columns: columnsOf(swot).filter((one) => one.id !== column)
			}
		});
		await expect(app.agenda.edit(lead, id, 1, swot.id, without('W'))).rejects.toMatchObject({
			code: 'activity_in_use'
		});
		await expect(
			app.agenda.edit(lead, id, 1, swot.id, { ...swot, kind: 'break' })
		).rejects.toMatchObject({ code: 'activity_in_use' });
		await app.agenda.edit(lead, id, 1, swot.id, without('T'));
		expect(columnsOf((await app.agenda.list(lead, id))[2]!)).toHaveLength(3);
	});

	test('[AG5] columns and votes stay with the kinds that have them', async () => {
		const id = await blank();
		await app.agenda.add(lead, id, 1, {
			...set({ vote: { method: 'dots', budget: 5, cap: 2 } }),
			kind: 'break'
		});
		await app.agenda.add(lead, id, 2, { ...item, kind: 'vote' });
		const [rest, vote] = await app.agenda.list(lead, id);
		expect([columnsOf(rest!), voteRulesOf(rest!)]).toEqual([[], null]);
		expect(rest!.parameters).toEqual({});
		expect(columnsOf(vote!)).toEqual([]);
		expect(vote!.parameters).toEqual({ vote: { method: 'dots', budget: 5, cap: 2 } });
	});

	test('[AG6] what cannot be is refused: no title, no column, twice the same id, cap over budget', async () => {
		const [column] = item.parameters.columns;
		const id = await blank();
		for (const [draft, code] of [
			[{ ...item, title: {} }, 'text_empty'],
			[set({ columns: [] }), 'invalid_input'],
			[set({ columns: [column, column] }), 'invalid_input'],
			[set({ columns: [{ ...column, id: 'a b' }] }), 'invalid_input'],
			[{ ...item, durationMinutes: 0 }, 'invalid_input'],
			[set({ vote: { method: 'dots', budget: 2, cap: 3 } }), 'invalid_input']
		] as const)
			await expect(app.agenda.add(lead, id, 1, draft)).rejects.toMatchObject({ code });
	});

	test('[AG7] a change on an older version is refused', async () => {
		const id = await blank();
		await app.agenda.add(lead, id, 1, item);
		await expect(app.agenda.add(lead, id, 1, item)).rejects.toMatchObject({ code: 'stale' });
		expect(await app.agenda.list(lead, id)).toHaveLength(1);
	});

	test('[AG7] an item of another workshop is not found', async () => {
		const id = await blank();
		const other = await fromTemplate();
		const [foreign] = await app.agenda.list(lead, other);
		await expect(app.agenda.edit(lead, id, 1, foreign!.id, item)).rejects.toMatchObject({
			code: 'not_found'
		});
	});
});
