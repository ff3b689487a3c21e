import { expect, test, type Page } from '@playwright/test';
import { m } from '#lib/paraglide/messages.js';
import { chooseInMenu } from '../support/browser/choose-in-menu.ts';
import type { CuttableNetwork } from '../support/sockets/cuttable-network.ts';
import { openHall, write, type Hall } from '../support/workshops/participant-hall.ts';

const AR = { locale: 'ar' } as const;
const FR = { locale: 'fr' } as const;

/** What a network answers that wants a sign-in first, to whatever is asked. */
const PORTAL = { status: 200, contentType: 'text/html', body: '<html>Sign in to the Wi-Fi</html>' };
/** Another box between, that speaks JSON. */
const BOX = { status: 200, contentType: 'application/json', body: '{}' };

let hall: Hall;
let network: CuttableNetwork;
test.beforeEach(async () => {
	hall = await openHall();
	network = await hall.network();
	await hall.open(1);
});
test.afterEach(() => hall.close());

for (const [who, answer] of [
	['the page of a network', PORTAL],
	['an answer that names nothing', BOX],
	['a refusal that is not the server’s', { ...PORTAL, status: 403 }]
] as const)
	test(`[OF16] a ballot that is answered by ${who} is kept, not told as recorded, and goes again`, async ({
		browser
	}) => {
		await hall.open(2);
		const { page } = await hall.enter(browser);
		const voteId = await hall.openVote(['التمويل', 'التسويق']);
		await page.getByRole('group', { name: 'التمويل' }).getByRole('button').first().click();
		await page.route('**/api/votes/**', (route) => route.fulfill(answer));
		const asked = page.waitForResponse('**/ballot');
		await page.getByRole('button', { name: m.participant_vote_cast({}, AR) }).click();
		await asked;
		const recorded = page.getByRole('button', { name: m.participant_vote_recorded({}, AR) });
		await expect(page.getByText(m.participant_vote_waits({}, AR))).toBeVisible();
		await expect(recorded).toHaveCount(0);
		await page.unroute('**/api/votes/**');
		await expect(recorded).toBeVisible();
		const { voted } = await hall.server.app.votes.turnout(hall.lead, voteId);
		expect(voted).toBe(1);
	});

test('[OF17] a network that swallows what is sent is told as lost, and what was written goes once it is back', async ({
	browser
}) => {
	const phone = await hall.enter(browser, { origin: network.origin });
	const state = phone.page.locator('.conn');
	await expect(state).toHaveText(m.common_connected({}, AR));
	network.swallow();
	await write(phone, 'أثناء الانقطاع');
	await expect(state).not.toHaveText(m.common_connected({}, AR), { timeout: 10_000 });
	await expect.poll(() => hall.server.app.rooms.counts().sockets, { timeout: 10_000 }).toBe(0);
	// Nobody tells an attempt that hangs that the network is back.
	await expect.poll(() => network.hanging).toBeGreaterThan(0);
	network.restore();
	await expect(state).toHaveText(m.common_connected({}, AR), { timeout: 10_000 });
	await expect(phone.page.locator('.note', { hasText: 'أثناء الانقطاع' })).toContainText(
		m.note_saved({}, AR)
	);
});

async function fillProposal(page: Page): Promise<void> {
	const text = page.getByRole('textbox', { name: m.proposals_text({}, FR) }).first();
	await text.fill('Un label régional');
	await page.getByRole('button', { name: m.proposals_create({}, FR) }).click();
}

for (const [who, answer] of [
	['is answered by something else', PORTAL],
	['is answered by nothing that says a thing', BOX]
] as const)
	test(`[OF18] a form that ${who} keeps what was entered, says so, and is sent again`, async ({
		browser
	}) => {
		const page = await hall.enterAsLead(browser, 'proposals?new');
		await page.route('**/proposals?/**', (route) => route.fulfill(answer));
		await fillProposal(page);
		await expect(page.getByText(m.common_not_reached({}, FR))).toBeVisible();
		const text = page.getByRole('textbox', { name: m.proposals_text({}, FR) }).first();
		await expect(text).toHaveValue('Un label régional');
		await page.unroute('**/proposals?/**');
		await page.getByRole('button', { name: m.proposals_create({}, FR) }).click();
		const { proposals } = hall.server.app;
		await expect.poll(() => proposals.list(hall.lead, hall.workshop.workshopId)).toHaveLength(1);
	});

test('[OF18] a question whose answer does not arrive stays open and says so where it is seen', async ({
	browser
}) => {
	const page = await hall.enterAsLead(browser, 'run');
	await chooseInMenu(page, m.run_hall_open({}, FR), m.run_close_hall({}, FR));
	const dialog = page.getByRole('dialog');
	await page.route('**/run?/**', (route) => route.fulfill(PORTAL));
	await dialog.getByRole('button', { name: m.run_close_hall({}, FR) }).click();
	const said = dialog.getByText(m.common_not_reached({}, FR));
	await expect(said).toBeVisible();
	// Nothing lies over it.
	await said.click({ trial: true });
	await page.unroute('**/run?/**');
	await dialog.getByRole('button', { name: m.run_close_hall({}, FR) }).click();
	await expect(dialog).toHaveCount(0);
	expect((await hall.server.app.stage.get(hall.lead, hall.workshop.workshopId)).hall).toBe(
		'closed'
	);
});

test('[OF18] the run page stays where its data cannot be read anew, and follows once they can', async ({
	browser
}) => {
	const page = await hall.enterAsLead(browser, 'run');
	const foot = page.locator('[data-foot-bar]');
	await expect(foot).toBeVisible();
	// What is read as the page connects has come.
	await page.waitForLoadState('networkidle');
	let asked = 0;
	await page.route(/__data\.json|healthz/, (route) => {
		asked++;
		return route.fulfill(PORTAL);
	});
	await hall.open(2);
	// Asked again, so that what came of the first time would stand on the page.
	await expect.poll(() => asked).toBeGreaterThan(1);
	await expect(foot).toBeVisible();
	await page.unroute(/__data\.json|healthz/);
	await page.waitForResponse(/__data\.json/);
	await expect(foot).toBeVisible();
});

test('[UI8] whoever is on the way to another page gets there, whatever the hall does meanwhile', async ({
	browser
}) => {
	const page = await hall.enterAsLead(browser, 'run');
	await page.waitForLoadState('networkidle');
	const { promise: arrived, resolve: arrive } = Promise.withResolvers<undefined>();
	await page.route('**/proposals/__data.json*', async (route) => {
		await arrived;
		await route.continue();
	});
	const left = page.waitForRequest('**/proposals/__data.json*');
	await page.locator('header a[href$="/proposals"]').click();
	await left;
	const asked = page.waitForResponse('**/healthz');
	await hall.open(2);
	await (await asked).finished();
	arrive(undefined);
	await expect(page).toHaveURL(/\/proposals$/);
});
