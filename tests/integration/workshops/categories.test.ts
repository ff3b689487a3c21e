import { beforeEach, expect, test } from 'vitest';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import type { App } from '#lib/server/app.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { openPreparation, type Preparation } from '../../support/workshops/preparation.ts';
import { joinAs } from '../../support/workshops/workshop-people.ts';

forEachEngine('categories', (open) => {
	let preparation: Preparation;
	let app: App;
	let lead: AccountActor;

	beforeEach(async () => {
		preparation = await openPreparation(await open());
		({ app, lead } = preparation);
	});

	const fromTemplate = () => preparation.fromTemplate();
	const blank = () => preparation.blank();

	test('[CA1] a list is replaced as a whole and keeps the order given', async () => {
		const id = await fromTemplate();
		const present = await app.categories.list(lead, id);
		const [first, second] = present;
		const saved = await app.categories.saveAll(lead, id, 1, [
			{ ...second!, name: { ar: 'اسم آخر' }, expected: 9 },
			{ name: { fr: 'Nouvelle' }, expected: 0, observing: true },
			{ ...first! }
		]);
		expect(saved.map(({ name, expected }) => [name.ar ?? name.fr, expected])).toEqual([
			['اسم آخر', 9],
			['Nouvelle', 0],
			[first!.name.ar, 2]
		]);
		expect(saved[0]?.id).toBe(second!.id);
	});

	test('[CA2] a category that people joined in stays, and nothing else is saved', async () => {
		const id = await fromTemplate();
		const present = await app.categories.list(lead, id);
		await joinAs(app.db, id, present[0]!.id);
		await expect(app.categories.saveAll(lead, id, 1, present.slice(1))).rejects.toMatchObject({
			code: 'category_in_use',
			details: { people: 1 }
		});
		expect(await app.categories.list(lead, id)).toEqual(present);
		expect((await app.workshops.get(lead, id)).version).toBe(1);
	});

	test('[CA3] another workshop’s category is not touched by naming its id', async () => {
		const id = await fromTemplate();
		const other = await fromTemplate();
		const [foreign] = await app.categories.list(lead, other);
		await app.categories.saveAll(lead, id, 1, [{ ...foreign!, name: { ar: 'مسروقة' } }]);
		expect((await app.categories.list(lead, other))[0]).toEqual(foreign);
	});

	test('[CA4] numbers, names and how many there are have limits', async () => {
		const id = await blank();
		const draft = { name: { ar: 'فئة' }, expected: 1, observing: false };
		for (const [drafts, code] of [
			[[{ ...draft, expected: -1 }], 'invalid_input'],
			[[{ ...draft, expected: 1.5 }], 'invalid_input'],
			[[{ ...draft, name: {} }], 'text_empty'],
			[[{ ...draft, name: { ar: 'ف'.repeat(161) } }], 'text_too_long'],
			[Array.from({ length: 61 }, () => draft), 'too_many_items']
		] as const)
			await expect(app.categories.saveAll(lead, id, 1, drafts)).rejects.toMatchObject({ code });
	});

	test('[CA5] guests see the list of their workshop and change none', async () => {
		const id = await fromTemplate();
		const [first] = await app.categories.list(lead, id);
		const guest = await joinAs(app.db, id, first!.id);
		expect(await app.categories.list(guest, id)).toHaveLength(17);
		await expect(app.categories.saveAll(guest, id, 1, [])).rejects.toMatchObject({
			code: 'forbidden'
		});
	});
});
