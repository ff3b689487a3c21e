import { expect, test, type Browser, type Page } from '@playwright/test';
import { newId } from '#lib/domain/id.ts';
import { m } from '#lib/paraglide/messages.js';
import { ACCOUNT_COOKIE } from '#lib/server/auth/cookies.ts';
import { chooseInMenu } from '../support/browser/choose-in-menu.ts';
import { expectAccessible } from '../support/browser/page-checks.ts';
import { openHall, write, type Hall, type Phone } from '../support/workshops/participant-hall.ts';
import { joinAs, makeTable } from '../support/workshops/workshop-people.ts';

const FR = { locale: 'fr' } as const;

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
	await hall.open(1);
});
test.afterEach(() => hall.close());

/** The facilitator's laptop, in French. */
async function laptop(browser: Browser): Promise<Page> {
	const { app, origin } = hall.server;
	const { token } = await app.sessions.create(hall.lead.id);
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	await context.addCookies([
		{ name: ACCOUNT_COOKIE, value: token, url: origin },
		{ name: 'tachawor_language', value: 'fr', url: origin }
	]);
	return context.newPage();
}

function pageOf(name: 'run' | 'people' | 'late-notes'): string {
	return `${hall.server.origin}/workshops/${hall.workshop.workshopId}/${name}`;
}

/** Hands a note in as a phone does that was away when writing was closed. */
async function handIn({ page, actorId }: Phone, text: string): Promise<void> {
	const { app } = hall.server;
	const boardId = hall.workshop.boardIds[1] ?? '';
	const author = await app.db
		.selectFrom('board_author')
		.select('pseudonym')
		.where('board', '=', boardId)
		.where('actor_id', '=', actorId)
		.executeTakeFirstOrThrow();
	const note = { key: `${author.pseudonym}:${newId(12)}`, columnId: 'S', text, at: Date.now() };
	const status = await page.evaluate(
		async ([path, body]) =>
			(
				await fetch(path, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body
				})
			).status,
		[
			`/api/workshops/${hall.workshop.workshopId}/late-notes`,
			JSON.stringify({ boardId, notes: [note] })
		] as const
	);
	expect(status).toBe(200);
}

async function participantIdOf(actorId: string): Promise<string> {
	const row = await hall.server.app.db
		.selectFrom('participant')
		.select('id')
		.where('actor_id', '=', actorId)
		.executeTakeFirstOrThrow();
	return row.id;
}

test('[PE3] a role that a facilitator gives changes the person’s phone at once', async ({
	browser
}) => {
	const phone = await hall.enter(browser, { locale: 'fr' });
	const other = await hall.enter(browser, { category: 1, locale: 'fr' });
	const { app } = hall.server;
	const activityId = hall.workshop.activityIds[1] ?? '';
	const { spaceId } = await makeTable(app.db, hall.workshop, { activityId });
	for (const { actorId } of [phone, other]) {
		const seat = { spaceId, participantId: await participantIdOf(actorId) };
		await app.spaces.seat(hall.lead, hall.workshop.workshopId, seat);
	}
	await app.stage.publish(hall.workshop.workshopId);
	await write(other, 'Idée d’une autre table');
	const theirs = phone.page.locator('.note', { hasText: 'Idée d’une autre' });
	await expect(theirs).toBeVisible();
	await expect(theirs.getByRole('button')).toHaveCount(0);

	const page = await laptop(browser);
	await page.goto(pageOf('people'));
	await expect(page.getByText(m.people_role_help_tables({}, FR))).toBeVisible();
	const role = page.getByRole('combobox').last();
	await role.selectOption('table_facilitator');
	await theirs.getByRole('button', { name: 'Options de la carte' }).click();
	await phone.page.getByRole('menuitem', { name: 'Modifier' }).click();
	await phone.page.getByLabel('Texte de ma carte').fill('Idée reformulée à table');
	await phone.page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(other.page.locator('.note', { hasText: 'reformulée' })).toBeVisible();

	await role.selectOption('observer');
	await expect(phone.page.getByRole('tab')).toHaveCount(0);
	await expect(phone.page.locator('.composer')).toHaveCount(0);
	await role.selectOption('participant');
	await expect(phone.page.locator('.composer')).toBeVisible();
});

test('[PE4] who is taken out is told so, does not join again, and is let in again', async ({
	browser
}) => {
	const phone = await hall.enter(browser, { locale: 'fr' });
	await write(phone, 'Ce mot reste');
	await expect(phone.page.locator('.note', { hasText: 'Ce mot' })).toContainText('Enregistrée');
	const page = await laptop(browser);
	await page.goto(pageOf('people'));
	await expect(page.getByText('Connecté en ce moment').first()).toBeAttached();
	await page.getByRole('button', { name: 'Retirer de l’atelier' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Retirer', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Retirées de l’atelier' })).toBeVisible();

	await expect(phone.page.getByRole('alert')).toContainText('vous a retiré de cet atelier');
	await phone.page.goto(`${hall.server.origin}/join/${hall.workshop.joinCode}`);
	await expect(phone.page.getByText('vous a retiré de cet atelier').first()).toBeVisible();

	await page.getByRole('button', { name: 'Réadmettre :' }).click();
	await expect(page.getByRole('heading', { name: 'Retirées de l’atelier' })).toHaveCount(0);
	await phone.page.goto(`${hall.server.origin}/join/${hall.workshop.joinCode}`);
	await phone.page.waitForURL('**/w/*');
	await expect(phone.page.locator('.note', { hasText: 'Ce mot reste' })).toBeVisible();
});

test('[JN17] a facilitator stops joining from the page of the people', async ({ browser }) => {
	const page = await laptop(browser);
	await page.goto(pageOf('people'));
	await page.getByRole('button', { name: 'Suspendre les entrées' }).click();
	await expect(page.getByRole('heading', { name: 'Les entrées sont suspendues' })).toBeVisible();
	const stranger = await browser.newPage();
	const answer = await stranger.goto(`${hall.server.origin}/join/${hall.workshop.joinCode}`);
	expect(answer?.status()).toBe(409);
	await page.getByRole('button', { name: 'Rouvrir les entrées' }).click();
	await expect(page.getByRole('heading', { name: 'Les entrées sont ouvertes' })).toBeVisible();
	expect((await stranger.reload())?.status()).toBe(200);
});

test('[LN12] a late note is counted on the run page as it comes, and admitted from its list', async ({
	browser
}) => {
	const phone = await hall.enter(browser, { locale: 'fr' });
	await expect(phone.page.locator('.conn')).toHaveText(m.common_connected({}, FR));
	await hall.closeWriting();
	const page = await laptop(browser);
	await page.goto(pageOf('run'));
	await expect(page.locator('.here')).toBeVisible();
	await handIn(phone, 'Arrivée après la clôture');
	await page.getByRole('link', { name: '1 carte en retard attend' }).click();
	await expect(page.getByText('Arrivée après la clôture')).toBeVisible();
	await handIn(phone, 'Et une deuxième');
	const second = page.locator('.note', { hasText: 'Et une deuxième' });
	await expect(second).toBeVisible();
	await second.getByRole('button', { name: 'Laisser de côté' }).click();
	await expect(page.getByText('1 décision déjà prise')).toBeVisible();
	await page.getByRole('button', { name: 'Ajouter au tableau' }).first().click();
	await expect(page.getByText('2 décisions déjà prises')).toBeVisible();
	await page.goto(pageOf('run'));
	await expect(page.locator('.note', { hasText: 'Arrivée après la clôture' })).toBeVisible();
	await expect(page.locator('.note', { hasText: 'Et une deuxième' })).toHaveCount(0);
});

test('[LN15] closing the hall tells of late notes that wait, and their author still finds them', async ({
	browser
}) => {
	const phone = await hall.enter(browser, { locale: 'fr' });
	await expect(phone.page.locator('.conn')).toHaveText(m.common_connected({}, FR));
	await hall.closeWriting();
	await handIn(phone, 'Arrivée après la clôture');
	await phone.page.reload();
	const page = await laptop(browser);
	await page.goto(pageOf('run'));
	await expect(page.getByRole('link', { name: '1 carte en retard attend' })).toBeVisible();
	await chooseInMenu(page, m.run_hall_open({}, FR), m.run_close_hall({}, FR));
	const dialog = page.getByRole('dialog');
	await expect(dialog).toContainText(m.run_close_hall_late({ count: 1 }, FR));
	await dialog.getByRole('button', { name: m.run_close_hall({}, FR) }).click();
	await expect(
		phone.page.getByRole('heading', { name: m.participant_ended_title({}, FR) })
	).toBeVisible();
	const own = phone.page.getByRole('listitem').filter({ hasText: 'Arrivée après la clôture' });
	await expect(own).toContainText(m.participant_late_handed_in({}, FR));
});

test('[PE13] [PE14] equal names that are two people are not suggested again until a third joins them', async ({
	browser
}) => {
	const { app } = hall.server;
	const name = 'فاطمة الزهراء';
	const join = async () => {
		const { workshopId, categoryIds } = hall.workshop;
		const { participantId } = await joinAs(app.db, workshopId, categoryIds[0] ?? '');
		await app.db.updateTable('participant').set({ name }).where('id', '=', participantId).execute();
	};
	await join();
	await join();
	const page = await laptop(browser);
	await page.goto(pageOf('people'));
	const title = page.getByRole('heading', { name: m.people_equal_title({}, FR) });
	await expect(title).toBeVisible();
	// Nobody sits at a table, so no role of one can be chosen, and none is told of.
	await expect(page.getByText(m.people_role_help({}, FR))).toBeVisible();
	await expect(page.getByText(m.people_role_help_tables({}, FR))).toHaveCount(0);
	await expectAccessible(page);
	await page.getByRole('button', { name: m.people_equal_different({}, FR) }).click();
	await expect(page.getByText(m.people_settled({}, FR))).toBeVisible();
	await expect(title).toBeHidden();
	await page.reload();
	await expect(page.getByText(m.people_review_none({}, FR))).toBeVisible();

	await join();
	await page.reload();
	await expect(title).toBeVisible();
	const merge = page.getByRole('button', { name: m.people_merge_these({}, FR) });
	const dialog = page.getByRole('dialog', { name: m.people_merge_sure({}, FR) });
	await merge.click();
	await expect(dialog).toContainText(name);
	await dialog.getByRole('button', { name: m.common_cancel({}, FR) }).click();
	await expect(dialog).toBeHidden();
	await expect(title).toBeVisible();
	await merge.click();
	await dialog.getByRole('button', { name: m.people_merge({}, FR) }).click();
	await expect(page.getByText(m.people_merged({ name }, FR))).toBeVisible();
	await expect(title).toBeHidden();
});

test('[EN1] a personal code names the workshop, works once, and then says whom to ask instead of how to join', async ({
	browser
}) => {
	const first = await hall.enter(browser);
	const { app, origin } = hall.server;
	const path = await app.guestLinks.create(first.actorId, hall.workshop.workshopId, 60_000);
	const second = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
	await second.goto(origin + path);
	await expect(second.getByText('Atelier d’essai')).toBeVisible();
	await second.getByRole('button', { name: 'Entrer' }).click();
	await second.waitForURL('**/w/**');
	const third = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
	await third.goto(origin + path);
	await expect(third.getByText('un nouveau code personnel')).toBeVisible();
	await expect(third.locator('main a[href="/join"]')).toHaveCount(0);
	await expect(third.getByText('compte', { exact: false })).toHaveCount(0);
});
