import {
	expect,
	test,
	type Browser,
	type BrowserContextOptions,
	type Locator,
	type Page
} from '@playwright/test';
import { m } from '#lib/paraglide/messages.js';
import { openHall, type Hall } from '../support/workshops/participant-hall.ts';

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
});
test.afterEach(async () => {
	await hall.close();
});

const AR = { locale: 'ar' } as const;
const FR = { locale: 'fr' } as const;

async function openForm(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
	const page = await browser.newPage({ ...options, locale: 'ar-MA' });
	await page.goto(`${hall.server.origin}/join/${hall.workshop.joinCode}`);
	return page;
}

async function fillIn(page: Page): Promise<void> {
	await page.getByRole('radio', { name: 'خبراء ومهنيون' }).check();
	await page.getByText(m.join_about_title({}, AR)).click();
	await page.getByLabel(m.join_organisation({}, AR)).fill('غرفة الصناعة التقليدية');
	await page.getByLabel(m.join_name({}, AR)).fill('سناء');
}

test('[JN14] a form that is refused keeps what was chosen and typed', async ({ browser }) => {
	const page = await openForm(browser);
	await fillIn(page);
	const setStopped = (joining: 0 | 1) =>
		hall.server.app.db
			.updateTable('workshop')
			.set({ state: joining ? 'open' : 'closed' })
			.where('id', '=', hall.workshop.workshopId)
			.execute();
	await setStopped(0);
	await page.getByRole('button', { name: m.join_submit({}, AR) }).click();
	await expect(page.getByRole('alert')).toBeVisible();
	await expect(page.getByRole('radio', { name: 'خبراء ومهنيون' })).toBeChecked();
	await expect(page.getByLabel(m.join_organisation({}, AR))).toHaveValue('غرفة الصناعة التقليدية');
	await expect(page.getByLabel(m.join_name({}, AR))).toHaveValue('سناء');
	await setStopped(1);
	await page.getByRole('button', { name: m.join_submit({}, AR) }).click();
	await page.waitForURL('**/w/*');
});

test('[JN14] changing the language keeps what was chosen and typed', async ({ browser }) => {
	const page = await openForm(browser);
	await fillIn(page);
	await page.getByRole('button', { name: 'Français' }).click();
	await expect(page.getByRole('button', { name: m.join_submit({}, FR) })).toBeVisible();
	await expect(page.getByRole('radio', { name: 'Experts' })).toBeChecked();
	await expect(page.getByLabel(m.join_organisation({}, FR))).toHaveValue('غرفة الصناعة التقليدية');
	await expect(page.getByLabel(m.join_name({}, FR))).toHaveValue('سناء');
});

test('[JN14] without script the same form is refused, keeps what was filled in, and joins', async ({
	browser
}) => {
	const page = await openForm(browser, { javaScriptEnabled: false });
	const organisation = page.getByLabel(m.join_organisation({}, AR));
	await page.getByText(m.join_about_title({}, AR)).click();
	await organisation.fill('غ'.repeat(500));
	await page.getByRole('radio', { name: 'خبراء ومهنيون' }).check();
	await page.getByRole('button', { name: m.join_submit({}, AR) }).click();
	await expect(page.getByRole('radio', { name: 'خبراء ومهنيون' })).toBeChecked();
	await expect(organisation).toHaveValue('غ'.repeat(500));
	await organisation.fill('غرفة الصناعة التقليدية');
	await page.getByRole('button', { name: m.join_submit({}, AR) }).click();
	await page.waitForURL('**/w/*');
	const { organisation: stored } = await hall.server.app.db
		.selectFrom('participant')
		.select('organisation')
		.executeTakeFirstOrThrow();
	expect(stored).toBe('غرفة الصناعة التقليدية');
});

test('[JN21] from the QR code to a saved note in three touches', async ({ browser }) => {
	await hall.open(1);
	const page = await openForm(browser, { hasTouch: true, viewport: { width: 360, height: 740 } });
	let touches = 0;
	const touch = async (what: Locator): Promise<void> => {
		touches++;
		await what.tap();
	};
	await touch(page.getByRole('radio', { name: 'خبراء ومهنيون' }));
	await touch(page.getByRole('button', { name: m.join_submit({}, AR) }));
	await expect(
		page.getByRole('form', { name: m.participant_composer({}, AR) }).getByRole('textbox')
	).toBeFocused();
	await page.keyboard.insertText('ماء للجميع');
	await touch(page.getByRole('button', { name: m.common_add({}, AR), exact: true }));
	await expect(page.locator('.note', { hasText: 'ماء للجميع' })).toContainText(
		m.note_saved({}, AR)
	);
	expect(touches).toBe(3);
});

test('[JN21] who joins a hall that has no board open is not put into a field later', async ({
	browser
}) => {
	const page = await openForm(browser);
	await page.getByRole('radio', { name: 'خبراء ومهنيون' }).check();
	await page.getByRole('button', { name: m.join_submit({}, AR) }).click();
	await expect(page.locator('.conn')).toHaveText(m.common_connected({}, AR));
	await hall.open(1);
	const field = page
		.getByRole('form', { name: m.participant_composer({}, AR) })
		.getByRole('textbox');
	await expect(field).toBeVisible();
	await expect(field).not.toBeFocused();
});
