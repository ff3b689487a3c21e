import { beforeEach, expect, test } from 'vitest';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import type { App } from '#lib/server/app.ts';
import { onePixelPng } from '../../support/files/one-pixel-png.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import {
	makeAccount,
	openPreparation,
	type Preparation
} from '../../support/workshops/preparation.ts';
import { joinAs } from '../../support/workshops/workshop-people.ts';

const LOGO = onePixelPng();

forEachEngine('organisers and their logos', (open) => {
	let preparation: Preparation;
	let app: App;
	let lead: AccountActor;

	beforeEach(async () => {
		preparation = await openPreparation(await open());
		({ app, lead } = preparation);
	});

	const fromTemplate = () => preparation.fromTemplate();
	const blank = () => preparation.blank();

	test('[OR1] logos are kept, replaced and removed with their organiser', async () => {
		const id = await blank();
		const [first] = await app.organisers.saveAll(lead, id, 1, [
			{ name: 'المديرية الجهوية', role: 'organiser', logoId: null, upload: LOGO }
		]);
		const [kept] = await app.organisers.saveAll(lead, id, 2, [{ ...first! }]);
		expect(kept?.logoId).toBe(first!.logoId);
		await app.organisers.saveAll(lead, id, 3, [{ ...kept!, logoId: null }]);
		await expect(
			app.files.read(first!.logoId!, () => Promise.resolve([lead]))
		).rejects.toMatchObject({ code: 'not_found' });
	});

	test('[OR2] another workshop’s picture cannot be taken as a logo', async () => {
		const id = await blank();
		const other = await blank();
		const [foreign] = await app.organisers.saveAll(lead, other, 1, [
			{ name: 'مؤسسة', role: 'partner', logoId: null, upload: LOGO }
		]);
		const [saved] = await app.organisers.saveAll(lead, id, 1, [{ ...foreign! }]);
		expect(saved?.logoId).toBeNull();
	});

	test('[OR2] a corrupt upload saves nothing', async () => {
		const id = await blank();
		await expect(
			app.organisers.saveAll(lead, id, 1, [
				{ name: 'مؤسسة', role: 'partner', logoId: null, upload: LOGO.slice(0, 40) }
			])
		).rejects.toMatchObject({ code: 'file_corrupt' });
		expect(await app.organisers.list(lead, id)).toEqual([]);
		expect((await app.workshops.get(lead, id)).version).toBe(1);
	});

	test('[FI3] a logo is for those who may see the workshop, and its bytes are as they came', async () => {
		const id = await fromTemplate();
		const [organiser] = await app.organisers.saveAll(lead, id, 1, [
			{ name: 'مؤسسة', role: 'partner', logoId: null, upload: LOGO }
		]);
		const [category] = await app.categories.list(lead, id);
		const guest = await joinAs(app.db, id, category!.id);
		const screen = { kind: 'screen', id: 'screen', workshopId: id } as const;
		for (const actor of [lead, guest, screen]) {
			const file = await app.files.read(organiser!.logoId!, () => Promise.resolve([actor]));
			expect(file.mediaType).toBe('image/png');
			expect(file.bytes).toEqual(LOGO);
		}
		const stranger = await makeAccount(app.db);
		for (const actors of [[], [stranger]])
			await expect(
				app.files.read(organiser!.logoId!, () => Promise.resolve(actors))
			).rejects.toMatchObject({ code: 'not_found' });
	});
});
