import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { openHall, write, type Hall } from '../support/workshops/participant-hall.ts';

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
	await hall.open(1);
});
test.afterEach(() => hall.close());

/** True when a text stands anywhere in what the browser's databases hold. */
async function keptOnDevice(page: Page, text: string): Promise<boolean> {
	return page.evaluate(async (wanted) => {
		const bytes: number[] = [];
		for (const { name } of await indexedDB.databases()) {
			const db = await new Promise<IDBDatabase>((resolve, reject) => {
				const request = indexedDB.open(name ?? '');
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error ?? new Error('not opened'));
			});
			for (const store of db.objectStoreNames) {
				const values = await new Promise<unknown[]>((resolve, reject) => {
					const request = db.transaction(store).objectStore(store).getAll();
					request.onsuccess = () => resolve(request.result as unknown[]);
					request.onerror = () => reject(request.error ?? new Error('not read'));
				});
				for (const value of values) if (value instanceof Uint8Array) bytes.push(...value);
			}
			db.close();
		}
		const all = new TextDecoder().decode(Uint8Array.from(bytes));
		return all.includes(wanted);
	}, text);
}

test('[DP1] [DP3] [DP5] a person asks: their file is taken, they are erased, and their words go from every page', async ({
	browser
}) => {
	const author = await hall.enter(browser, { locale: 'fr' });
	const other = await hall.enter(browser, { category: 1, locale: 'fr' });
	await hall.server.app.db
		.updateTable('participant')
		.set({ name: 'Zoubida Lahlou', organisation: 'Coopérative X', language: 'fr' })
		.where('actor_id', '=', author.actorId)
		.execute();
	await write(author, 'des mots à effacer');
	await write(other, 'ces mots restent');
	await expect(other.page.locator('.note', { hasText: 'à effacer' })).toBeVisible();
	await expect(author.page.locator('.note', { hasText: 'à effacer' })).toContainText('Enregistrée');
	await expect.poll(() => keptOnDevice(other.page, 'des mots à effacer')).toBe(true);

	const page = await hall.enterAsLead(browser, 'people');
	await page.getByRole('main').getByRole('link', { name: 'Données des personnes' }).click();
	await page.getByLabel('Chercher un nom ou une organisation').fill('zoubida');
	await page.getByLabel('Choisir la personne').selectOption({ index: 1 });
	await expect(page.getByText('des mots à effacer')).toHaveCount(0);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Télécharger ses données' }).click();
	const file = readFileSync(await (await download).path(), 'utf8');
	expect(file).toContain('des mots à effacer');
	expect(file).toContain('Zoubida Lahlou');
	expect(file).not.toContain('ces mots restent');

	await page.getByRole('button', { name: 'Effacer ses mots et son nom' }).click();
	// [DP2] What comparing copies tells, before it is done.
	await expect(page.getByRole('dialog')).toContainText('quelles cartes ont été effacées ensemble');
	await page.getByRole('dialog').getByRole('button', { name: 'Effacer définitivement' }).click();
	await expect(page.getByText('Les données de cette personne sont effacées')).toBeVisible();
	await expect(other.page.locator('.note', { hasText: 'à effacer' })).toHaveCount(0);
	await expect(other.page.locator('.note', { hasText: 'Mots effacés' })).toBeVisible();
	await expect(other.page.locator('.note', { hasText: 'ces mots restent' })).toBeVisible();
	await expect.poll(() => keptOnDevice(other.page, 'des mots à effacer')).toBe(false);
	expect(await keptOnDevice(other.page, 'ces mots restent')).toBe(true);
	// The phone of the person themself, while it is open and when it comes back.
	await expect(author.page.getByRole('alert')).toContainText('Vos données sont effacées');
	await author.page.goto(`${hall.server.origin}/w/${hall.workshop.workshopId}`);
	await expect(author.page.getByRole('alert')).toContainText('Vos données sont effacées');
	await expect(author.page.getByText('Vos cartes enregistrées restent')).toHaveCount(0);
	await expect(author.page.getByRole('link', { name: 'Rejoindre' })).toHaveCount(0);
	await expect.poll(() => keptOnDevice(author.page, 'des mots à effacer')).toBe(false);

	await other.page.reload();
	await expect(other.page.locator('.note', { hasText: 'Mots effacés' })).toBeVisible();
	await write(other, 'et la suite');
	await expect(other.page.locator('.note', { hasText: 'et la suite' })).toContainText(
		'Enregistrée'
	);
});

test('[DP3] a phone drops what it keeps of boards that the hall left, at once or when it comes back', async ({
	browser
}) => {
	const author = await hall.enter(browser);
	const there = await hall.enter(browser, { category: 1 });
	const closed = await hall.enter(browser, { category: 1 });
	await write(author, 'كلام سيُمحى');
	for (const { page } of [there, closed]) {
		await expect(page.locator('.note', { hasText: 'كلام سيُمحى' })).toBeVisible();
		await expect.poll(() => keptOnDevice(page, 'كلام سيُمحى')).toBe(true);
	}
	await closed.page.goto('about:blank');
	await hall.open(2);
	await write(there, 'حاجة');
	await expect.poll(() => keptOnDevice(there.page, 'حاجة')).toBe(true);
	expect(await keptOnDevice(there.page, 'كلام سيُمحى')).toBe(true);

	const { app } = hall.server;
	const { id } = await app.db
		.selectFrom('participant')
		.select('id')
		.where('actor_id', '=', author.actorId)
		.executeTakeFirstOrThrow();
	await app.persons.erase(hall.lead, hall.workshop.workshopId, id);
	await expect.poll(() => keptOnDevice(there.page, 'كلام سيُمحى')).toBe(false);
	expect(await keptOnDevice(there.page, 'حاجة')).toBe(true);
	await closed.page.goto(there.page.url());
	await expect.poll(() => keptOnDevice(closed.page, 'كلام سيُمحى')).toBe(false);
});

test('[DP4] the phone of who was erased without the network says so when it is back, and its unsent words can be copied', async ({
	browser
}) => {
	const phone = await hall.enter(browser, { locale: 'fr' });
	await write(phone, 'déjà envoyés');
	await expect(phone.page.locator('.note', { hasText: 'déjà envoyés' })).toContainText(
		'Enregistrée'
	);
	await phone.context.setOffline(true);
	await write(phone, 'jamais envoyés');
	const { app } = hall.server;
	const { id } = await app.db
		.selectFrom('participant')
		.select('id')
		.where('actor_id', '=', phone.actorId)
		.executeTakeFirstOrThrow();
	await app.persons.erase(hall.lead, hall.workshop.workshopId, id);
	await phone.context.setOffline(false);
	await expect(phone.page.getByRole('alert')).toContainText('Vos données sont effacées');
	await expect(phone.page.locator('.note', { hasText: 'jamais envoyés' })).toBeVisible();
	await expect(phone.page.locator('.note', { hasText: 'déjà envoyés' })).toHaveCount(0);
	await expect(phone.page.getByRole('button', { name: 'Copier le texte' })).toBeVisible();
});

test('[DP11] contact data are pointed out while they are typed, and to facilitators; they hinder nothing', async ({
	browser
}) => {
	const phone = await hall.enter(browser, { locale: 'fr' });
	const field = phone.page.locator('.composer textarea');
	await field.fill('appelez le 06 12 34 56 78');
	await expect(phone.page.getByText('Vous écrivez des coordonnées')).toContainText(
		'Numéro de téléphone'
	);
	await field.fill('appelez le secrétariat');
	await expect(phone.page.getByText('Vous écrivez des coordonnées')).toHaveCount(0);
	await write(phone, 'appelez le 06 12 34 56 78');
	await expect(phone.page.locator('.note', { hasText: 'appelez' })).toContainText('Enregistrée');
	const run = await hall.enterAsLead(browser, 'run');
	await expect(run.locator('.note', { hasText: 'appelez' })).toContainText('Coordonnées');
	const page = await hall.enterAsLead(browser, 'privacy');
	await expect(page.getByText('appelez le •••••')).toBeVisible();
	expect(await page.content()).not.toContain('06 12 34 56 78');
});

test('[DP8] before joining people read whom to ask, as a facilitator wrote it', async ({
	browser
}) => {
	const page = await hall.enterAsLead(browser, 'privacy');
	await page.getByLabel('À qui s’adresser').fill('Mme Alami, bureau 4');
	await page.getByLabel('Durée de conservation des noms').selectOption('365');
	await page.getByRole('button', { name: 'Enregistrer', exact: true }).click();
	await expect(page.getByText('Choix enregistrés')).toBeVisible();
	const context = await browser.newContext({ locale: 'fr-FR' });
	const { origin } = hall.server;
	await context.addCookies([{ name: 'tachawor_language', value: 'fr', url: origin }]);
	const stranger = await context.newPage();
	await stranger.goto(`${origin}/join/${hall.workshop.joinCode}`);
	await stranger.getByText('Vos données').click();
	await expect(stranger.getByText('Mme Alami, bureau 4')).toBeVisible();
	await expect(stranger.getByText('au bout de ce délai', { exact: false })).toContainText('1 an');
});
