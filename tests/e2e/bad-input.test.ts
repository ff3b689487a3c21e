import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import { ACCOUNT_COOKIE } from '#lib/server/auth/cookies.ts';
import { m } from '#lib/paraglide/messages.js';
import { openHall, write, type Hall } from '../support/workshops/participant-hall.ts';
import { invited } from '../support/workshops/people.ts';
import { facilitator, makeRegion } from '../support/workshops/workshop-people.ts';

const AR = { locale: 'ar' } as const;
const FR = { locale: 'fr' } as const;

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
});
test.afterEach(() => hall.close());

test('[E2E7] a wrong code and one that was replaced say so, and stay in the field', async ({
	browser
}) => {
	const { app, origin } = hall.server;
	const { workshopId, joinCode } = hall.workshop;
	const { version } = await app.workshops.get(lead(), workshopId);
	await app.workshops.renewJoinCode(lead(), workshopId, version);
	const { page } = await open(browser, 'fr');
	for (const code of ['ZZZ222', joinCode, 'pas un code']) {
		await page.goto(`${origin}/join`);
		const field = page.getByRole('textbox', { name: m.join_code_label({}, FR) });
		await field.fill(code);
		await page.getByRole('button', { name: m.join_continue({}, FR) }).click();
		await expect(page.getByText(m.join_invalid_title({}, FR))).toBeVisible();
		await expect(field).toHaveValue(new RegExp(code.replaceAll(' ', '.?'), 'i'));
	}
});

test('[E2E7] a closed workshop says that it ended and that nothing is lost', async ({
	browser
}) => {
	const { app, origin } = hall.server;
	const { workshopId, joinCode } = hall.workshop;
	const { version } = await app.workshops.get(lead(), workshopId);
	await app.workshops.closeHall(lead(), workshopId, version);
	const { page } = await open(browser, 'ar');
	await page.goto(`${origin}/join/${joinCode}`);
	await expect(page.getByText(m.join_ended_title({}, AR))).toBeVisible();
});

test('[E2E7] an empty note and one that is too long stay in the field with the reason', async ({
	browser
}) => {
	await hall.open(1);
	const phone = await hall.enter(browser, { locale: 'fr' });
	const field = phone.page.locator('.composer textarea');
	await expect(phone.page.locator('.conn')).toHaveText(m.common_connected({}, FR));
	await write(phone, '  ');
	await expect(phone.page.getByText(m.participant_write_first({}, FR))).toBeVisible();
	const long = 'é'.repeat(640);
	await write(phone, long);
	await expect(
		phone.page.getByText(m.participant_letters_over({ count: 40 }, FR), { exact: true })
	).toBeVisible();
	await expect(field).toHaveValue(long);
	await expect(phone.page.locator('.note')).toHaveCount(0);
});

test('[E2E7] of two who press the same button at once the second is told, on a fresh page', async ({
	browser
}) => {
	await hall.open(1);
	const [first, second] = [await facilitate(browser), await facilitate(browser)];
	let letThrough = (): void => undefined;
	const held = new Promise<void>((resolve) => (letThrough = resolve));
	await second.page.route('**/run?/closeWriting', async (route) => {
		await held;
		await route.continue();
	});
	const close = { name: m.run_close_writing({}, FR) };
	const open = { name: m.run_open_writing({}, FR) };
	const pressed = second.page.waitForRequest('**/run?/closeWriting');
	await second.page.getByRole('button', close).click();
	await pressed;
	await first.page.getByRole('button', close).click();
	await expect(first.page.getByRole('button', open)).toBeVisible();
	letThrough();
	await expect(second.page.getByText(m.run_stale({}, FR))).toBeVisible();
	await expect(second.page.getByRole('button', open)).toBeVisible();
	await expect(first.page.getByText(m.run_stale({}, FR))).toHaveCount(0);
});

test('[E2E7] dots that arrive after the end are told not to count', async ({ browser }) => {
	await hall.open(2);
	const voter = await hall.enter(browser, { locale: 'fr' });
	const voteId = await hall.openVote(['التمويل', 'التسويق']);
	let letThrough = (): void => undefined;
	const held = new Promise<void>((resolve) => (letThrough = resolve));
	await voter.page.route('**/ballot', async (route) => {
		await held;
		await route.continue();
	});
	await voter.page.getByRole('group', { name: 'التمويل' }).getByRole('button').first().click();
	await voter.page.getByRole('button', { name: m.participant_vote_cast({}, FR) }).click();
	await hall.othersVote(voteId);
	await hall.publishVote(voteId);
	const results = voter.page.getByRole('region', { name: m.participant_results({}, FR) });
	await expect(results.getByRole('listitem')).toHaveCount(2);
	letThrough();
	await expect(voter.page.getByText(m.participant_vote_missed({}, FR))).toBeVisible();
});

test('[E2E7] a session that ends while its socket is open leaves what was typed in sight', async ({
	browser
}) => {
	await hall.open(1);
	const { page, actorId } = await hall.enter(browser, { locale: 'fr' });
	await expect(page.locator('.conn')).toHaveText(m.common_connected({}, FR));
	await page.locator('.composer textarea').fill('Une idée à moitié écrite');
	await hall.server.app.sessions.revokeAll(actorId);
	hall.server.app.rooms.signOut(actorId);
	await expect(page.getByText(m.participant_session_ended({}, FR))).toBeVisible();
	await expect(page.getByText('Une idée à moitié écrite')).toBeVisible();
});

test('[E2E7] a plan without actions says what is missing instead of making a document', async ({
	browser
}) => {
	const { page } = await facilitate(browser);
	const { origin } = hall.server;
	await page.goto(`${origin}/workshops/${hall.workshop.workshopId}/export`);
	await expect(page.getByText(m.export_empty_title({}, FR))).toBeVisible();
	await expect(page.getByRole('link', { name: m.export_docx_get({}, FR) })).toHaveCount(0);
	const answer = await page.request.get(
		`${origin}/api/workshops/${hall.workshop.workshopId}/export/docx?language=fr`
	);
	expect(answer.ok()).toBe(false);
	expect(await answer.text()).toContain('plan_empty');
});

test('[E2E7] a pasted list without an item stays as it was pasted', async ({ browser }) => {
	const { page } = await prepare(browser, 'categories');
	const pasted = page.getByRole('textbox', { name: m.prepare_pasted({}, FR) });
	await pasted.fill('• ٠ ،\n• ;');
	await page.getByRole('button', { name: m.prepare_read_list({}, FR) }).click();
	await expect(page.getByText(m.error_list_empty({}, FR))).toBeVisible();
	await expect(pasted).toHaveValue('• ٠ ،\n• ;');
});

test('[E2E7] a file that is no picture is refused, and the names that were typed stay', async ({
	browser
}) => {
	const { page } = await prepare(browser, 'organisers');
	const add = page.getByRole('button', { name: m.prepare_organiser_add({}, FR) });
	const name = page.getByLabel(m.prepare_organiser_name({}, FR));
	if ((await name.count()) === 0) await add.click();
	await name.first().fill('Conseil régional');
	const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
	for (const [buffer, message] of [
		[Buffer.from('pas une image'), m.error_file_type({}, FR)],
		[png, m.error_file_corrupt({}, FR)]
	] as const) {
		await page
			.locator('input[type=file]')
			.first()
			.setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer });
		await page.getByRole('button', { name: m.prepare_save_continue({}, FR) }).click();
		await expect(page.getByText(message)).toBeVisible();
		await expect(name.first()).toHaveValue('Conseil régional');
	}
});

test('[E2E7] a director who asks for another region’s plan is told so, and learns nothing', async ({
	browser
}) => {
	const { app, origin } = hall.server;
	await makeRegion(app.db, 'souss-massa');
	const administrator = {
		actor: { ...lead(), role: 'administrator', name: '', email: '' },
		token: ''
	} as const;
	const elsewhere = await invited(app, administrator, {
		role: 'director',
		regions: ['souss-massa']
	});
	const { page, context } = await open(browser, 'fr');
	await context.addCookies([{ name: ACCOUNT_COOKIE, value: elsewhere.token, url: origin }]);
	for (const path of ['/regions/%', '/workshops/%/plan', '/workshops/%/export']) {
		await page.goto(origin + path.replace('%', hall.workshop.workshopId));
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(
			m.error_page_forbidden_title({}, FR)
		);
		await expect(page.getByText('Atelier d’essai')).toHaveCount(0);
	}
});

/** The workshop's facilitator as an actor. */
function lead(): AccountActor {
	return facilitator(hall.workshop.facilitatorId);
}

async function open(
	browser: Browser,
	locale: 'ar' | 'fr'
): Promise<{ page: Page; context: BrowserContext }> {
	const context = await browser.newContext({ reducedMotion: 'reduce' });
	await context.addCookies([{ name: 'tachawor_language', value: locale, url: hall.server.origin }]);
	return { page: await context.newPage(), context };
}

/** The workshop's facilitator on the run page, in French. */
async function facilitate(browser: Browser): Promise<{ page: Page }> {
	const { origin, app } = hall.server;
	const { page, context } = await open(browser, 'fr');
	const { token } = await app.sessions.create(hall.workshop.facilitatorId);
	await context.addCookies([{ name: ACCOUNT_COOKIE, value: token, url: origin }]);
	await page.goto(`${origin}/workshops/${hall.workshop.workshopId}/run`);
	await expect(page.getByText(m.common_connected({}, FR), { exact: true })).toBeVisible();
	return { page };
}

async function prepare(browser: Browser, step: string): Promise<{ page: Page }> {
	const { page } = await facilitate(browser);
	await page.goto(`${hall.server.origin}/workshops/${hall.workshop.workshopId}/prepare/${step}`);
	await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
	return { page };
}
