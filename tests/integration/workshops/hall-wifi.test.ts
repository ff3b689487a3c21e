import { beforeEach, expect, test } from 'vitest';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import type { App } from '#lib/server/app.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { textsInRows } from '../../support/persons/every-byte.ts';
import { makeAccount, openPreparation } from '../../support/workshops/preparation.ts';
import { director, joinAs } from '../../support/workshops/workshop-people.ts';

const WIFI = { network: 'Atelier-Fes', password: 'pole2025fes' };
const TEXTS = Object.values(WIFI);

forEachEngine('the Wi-Fi of a hall', (open) => {
	let app: App;
	let lead: AccountActor;
	let id: string;

	beforeEach(async () => {
		const preparation = await openPreparation(await open());
		({ app, lead } = preparation);
		id = await preparation.fromTemplate();
	});

	test('[WI1] it is given, changed and taken back, each on the version that was seen', async () => {
		expect(await app.workshops.hallWifi(lead, id)).toBeNull();
		const spaced = { network: ' Atelier-Fes ', password: 'pole2025fes ' };
		expect(await app.workshops.setHallWifi(lead, id, 1, spaced)).toMatchObject({ version: 2 });
		expect(await app.workshops.hallWifi(lead, id)).toEqual(WIFI);
		const opened = { network: 'Salle', password: '' };
		await expect(app.workshops.setHallWifi(lead, id, 1, opened)).rejects.toMatchObject({
			code: 'stale'
		});
		const short = { network: 'Salle', password: 'court' };
		await expect(app.workshops.setHallWifi(lead, id, 2, short)).rejects.toMatchObject({
			code: 'invalid_input',
			details: { field: 'password' }
		});
		expect(await app.workshops.hallWifi(lead, id)).toEqual(WIFI);
		await app.workshops.setHallWifi(lead, id, 2, opened);
		expect(await app.workshops.hallWifi(lead, id)).toEqual(opened);
		await app.workshops.setHallWifi(lead, id, 3, { network: '', password: '' });
		expect(await app.workshops.hallWifi(lead, id)).toBeNull();
		expect(await textsInRows(app.db, [...TEXTS, 'Salle'])).toEqual([]);
	});

	test('[WI3] facilitators of the workshop alone read and change it', async () => {
		await app.workshops.setHallWifi(lead, id, 1, WIFI);
		const [category] = await app.categories.list(lead, id);
		const guest = await joinAs(app.db, id, category!.id);
		const screen = { kind: 'screen', id: 'screen', workshopId: id } as const;
		for (const actor of [guest, screen, director('fes-meknes'), await makeAccount(app.db)])
			for (const attempt of [
				() => app.workshops.hallWifi(actor, id),
				() => app.workshops.setHallWifi(actor, id, 2, { network: '', password: '' })
			])
				await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
		expect(await app.workshops.hallWifi(lead, id)).toEqual(WIFI);
	});

	test('[WI3] it stands in one row, and in no log, document, copy or answer about the workshop', async () => {
		await app.workshops.setHallWifi(lead, id, 1, WIFI);
		const copy = await app.workshops.create(lead, {
			title: { ar: 'نسخة' },
			origin: { kind: 'copy', workshopId: id }
		});
		expect(await app.workshops.hallWifi(lead, copy)).toBeNull();
		expect(await textsInRows(app.db, TEXTS)).toEqual(TEXTS.map((text) => `hall_wifi: ${text}`));
		const { bytes } = await app.documents.make(lead, id, {
			subject: 'data',
			format: 'json',
			locale: 'ar'
		});
		const told = [
			new TextDecoder().decode(bytes),
			JSON.stringify(await app.workshops.get(lead, id)),
			JSON.stringify(await app.workshops.list(lead))
		].join('\n');
		for (const text of TEXTS) expect(told).not.toContain(text);
	});
});
