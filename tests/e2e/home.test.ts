import { expect, test } from '@playwright/test';
import { m } from '#lib/paraglide/messages.js';
import { openHall } from '../support/workshops/participant-hall.ts';

const FR = { locale: 'fr' } as const;
const PREPARED = 'Deuxième atelier';
const BARE = 'Sans catégorie';

test('[WS13] a prepared workshop is opened from home and from its preparation while another hall is open', async ({
	browser
}) => {
	const hall = await openHall();
	const { app, origin } = hall.server;
	const copy = { kind: 'copy', workshopId: hall.workshop.workshopId } as const;
	const id = await app.workshops.create(hall.lead, { origin: copy, title: { fr: PREPARED } });
	await app.workshops.create(hall.lead, { origin: { kind: 'blank' }, title: { fr: BARE } });

	const page = await hall.enterAsLead(browser, 'run');
	await page.goto(`${origin}/workshops`);
	const linkTo = (title: string) =>
		page.getByRole('link', { name: `${m.home_run({}, FR)}: ${title}`, exact: true });
	await expect(page.getByRole('link', { name: m.home_continue({}, FR) })).toBeVisible();
	await expect(linkTo(BARE)).toHaveCount(0);
	await linkTo(PREPARED).click();
	await page.waitForURL(`**/workshops/${id}/run`);

	for (const step of ['basics', 'place', 'organisers', 'categories', 'agenda', 'invite']) {
		await page.goto(`${origin}/workshops/${id}/prepare/${step}`);
		await page
			.getByRole('banner')
			.getByRole('link', { name: m.common_back_to_run({}, FR) })
			.click();
		await page.waitForURL(`**/workshops/${id}/run`);
	}

	await page.goto(`${origin}/workshops/${id}/prepare/invite`);
	await expect(page.getByText(m.prepare_run_opens({}, FR))).toBeVisible();
	await page
		.getByRole('contentinfo')
		.getByRole('link', { name: m.prepare_to_run({}, FR) })
		.click();
	await page.waitForURL(`**/workshops/${id}/run`);
	await page.getByRole('button', { name: m.run_next_open_hall({}, FR) }).click();
	await expect(page.getByRole('button', { name: m.run_hall_open({}, FR) })).toBeVisible();

	// Of two open halls both go on from home, and one that was closed is still reached.
	await page.goto(`${origin}/workshops`);
	await expect(page.getByRole('link', { name: m.home_continue({}, FR) })).toHaveCount(2);
	const { version } = await app.workshops.get(hall.lead, id);
	await app.workshops.closeHall(hall.lead, id, version);
	await page.reload();
	await expect(linkTo(PREPARED)).toHaveAttribute('href', `/workshops/${id}/run`);
	await hall.close();
});

test('[WS14] from home, the hall’s screen leads to where its link is made', async ({ browser }) => {
	const hall = await openHall();
	const page = await hall.enterAsLead(browser, 'run');
	await page.goto(`${hall.server.origin}/workshops`);
	await page.getByRole('link', { name: m.home_screen({}, FR) }).click();
	await expect(page.getByRole('button', { name: m.run_screen_make({}, FR) })).toBeInViewport({
		ratio: 1
	});
	await expect(page.getByRole('region', { name: m.prepare_screen({}, FR) })).toBeInViewport();
	await hall.close();
});
