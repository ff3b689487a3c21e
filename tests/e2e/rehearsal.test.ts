import { expect, test } from '@playwright/test';
import { m } from '#lib/paraglide/messages.js';
import { expectAccessible } from '../support/browser/page-checks.ts';
import { openHall } from '../support/workshops/participant-hall.ts';

const FR = { locale: 'fr' } as const;

test('[RH1] [RH3] a facilitator tries the day with pretend people, and empties it again', async ({
	browser
}) => {
	const hall = await openHall();
	const { origin } = hall.server;
	const page = await hall.enterAsLead(browser, 'prepare/invite');
	await page.getByRole('button', { name: m.rehearsal_start({}, FR) }).click();
	await page.waitForURL('**/run');
	const band = page.getByRole('complementary', { name: m.rehearsal_name({}, FR) });
	await expect(band).toContainText(m.rehearsal_band({}, FR));
	await expect(page.getByText(m.common_watermark({}, FR)).first()).toBeVisible();
	await expect(page.locator('main .note').first()).toBeVisible();
	await expectAccessible(page);

	// The screen says what it is, too.
	const rehearsalId = new URL(page.url()).pathname.split('/')[2]!;
	const token = await hall.server.app.workshops.createScreenLink(hall.lead, rehearsalId);
	const screen = await (await browser.newContext({ locale: 'fr-MA' })).newPage();
	await screen.goto(`${origin}/screen/${token}`);
	await expect(screen.getByText(m.common_watermark({}, FR))).toBeVisible();

	await band.getByRole('button', { name: m.rehearsal_act({}, FR) }).click();
	await expect(page.getByRole('status').filter({ hasText: /fictive/ })).toBeVisible();
	await band.getByRole('button', { name: m.rehearsal_empty({}, FR) }).click();
	const dialog = page.getByRole('dialog', { name: m.rehearsal_empty_title({}, FR) });
	await expect(dialog).toContainText(m.rehearsal_stays_text({}, FR));
	await expectAccessible(page);
	await dialog.getByRole('button', { name: m.rehearsal_empty({}, FR) }).click();
	await page.waitForURL(`**/workshops/${hall.workshop.workshopId}/prepare/invite**`);
	await expect(page.getByRole('button', { name: m.rehearsal_start({}, FR) })).toBeVisible();
	await hall.close();
});

test('[WS8] [SC10] the screen’s link is copied whole, one on the wall goes on, and a code opens it elsewhere', async ({
	browser
}) => {
	const hall = await openHall();
	const { app, origin } = hall.server;
	await hall.open(1);
	const wall = await (await browser.newContext({ locale: 'fr-MA' })).newPage();
	const token = await app.workshops.createScreenLink(hall.lead, hall.workshop.workshopId);
	await wall.goto(`${origin}/screen/${token}`);
	const page = await hall.enterAsLead(browser, 'run');
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await expect(page.locator('.conn')).toHaveText(m.common_connected({}, FR));
	await page.getByRole('button', { name: m.run_screen({}, FR) }).click();
	const dialog = page.getByRole('dialog', { name: m.run_screen_title({}, FR) });
	await dialog.getByRole('button', { name: m.run_screen_make({}, FR) }).click();
	await dialog.getByRole('button', { name: m.run_copy_link({}, FR) }).click();
	const copied = await page.evaluate(() => navigator.clipboard.readText());
	expect(copied).toMatch(/^https?:\/\/[^/]+\/screen\/[0-9a-v]{32}$/);
	const code = (await dialog.locator('.code').textContent()) ?? '';
	await expectAccessible(page);

	const other = await (await browser.newContext({ locale: 'fr-MA' })).newPage();
	await other.goto(`${origin}/screen`);
	await expectAccessible(other);
	const field = other.getByLabel(m.screen_entrance_code({}, FR));
	await field.fill('ABC234');
	await other.getByRole('button', { name: m.screen_entrance_enter({}, FR) }).click();
	await expect(other.getByText(m.screen_entrance_wrong({}, FR))).toBeVisible();
	await field.fill(code.toLowerCase());
	await other.getByRole('button', { name: m.screen_entrance_enter({}, FR) }).click();
	await other.waitForURL('**/screen/*');
	for (const screen of [other, wall])
		await expect(
			screen.getByRole('heading', { name: 'Quels atouts et faiblesses ?' })
		).toBeVisible();
	await hall.close();
});

test('[PR14] [PR15] [HI6] an action begins with the sentence, a removed proposal comes back, and the history goes to an hour', async ({
	browser
}) => {
	const hall = await openHall();
	const { app } = hall.server;
	const { workshopId } = hall.workshop;
	await hall.open(1);
	const text = { fr: 'Créer un entrepôt froid partagé.' };
	const id = await app.proposals.create(hall.lead, workshopId, {
		text,
		clusterIds: [],
		noteKeys: []
	});
	const page = await hall.enterAsLead(browser, `proposals?proposal=${id}&edit`);
	await page.getByRole('button', { name: m.proposals_remove({}, FR) }).click();
	await expect(page.getByText(m.proposals_removed({}, FR))).toBeVisible();
	await expect(page.getByText(text.fr)).toHaveCount(0);
	await page.getByRole('button', { name: m.common_undo({}, FR), exact: true }).click();
	await expect(page.getByText(text.fr).first()).toBeVisible();

	await page.goto(page.url().replace(/proposals.*/, `history/${hall.workshop.boardIds[1]}`));
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expectAccessible(page);
	await hall.close();
});
