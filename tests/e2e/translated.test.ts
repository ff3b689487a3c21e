import { expect, test } from '@playwright/test';
import { m } from '#lib/paraglide/messages.js';
import { openHall, write, type Hall } from '../support/workshops/participant-hall.ts';
import { translatePage } from '../support/browser/translator.ts';

const AR = { locale: 'ar' } as const;

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
	await hall.open(1);
});
test.afterEach(() => hall.close());

for (const rude of [false, true])
	test(`[PP20] counters and states follow under a browser that translates ${rude ? 'everything' : 'what it may'}`, async ({
		browser
	}) => {
		const network = await hall.network();
		const phone = await hall.enter(browser, { origin: network.origin });
		const { page } = phone;
		const other = await hall.enter(browser, { category: 1 });
		const state = page.locator('.conn');
		await expect(state).toHaveText(m.common_connected({}, AR));
		await write(phone, 'ماء');
		const note = page.locator('.note', { hasText: 'ماء' });
		await expect(note).toContainText(m.note_saved({}, AR));
		await page.locator('.composer textarea').focus();
		await translatePage(page, { rude });
		if (!rude) await expect(note.locator('.t')).toHaveText('ماء');
		await page.keyboard.insertText('12345');
		await expect(page.locator('.composer .left')).toHaveText(
			m.participant_letters_left({ count: 595 }, AR)
		);
		await write(other, 'طرق');
		await expect(page.getByRole('tab', { selected: true })).toContainText(/^2\D|\D2\D|2$/);
		network.cut();
		await expect(state).not.toContainText(m.common_connected({}, AR));
		network.restore();
		await expect(state).toHaveText(m.common_connected({}, AR));
	});

test('[PP20] the counts of the run page follow', async ({ browser }) => {
	const page = await hall.enterAsLead(browser, 'run');
	const phone = await hall.enter(browser);
	await write(phone, 'ماء');
	await expect(page.locator('.note', { hasText: 'ماء' })).toBeVisible();
	await translatePage(page, { rude: true });
	await write(phone, 'طرق');
	await expect(page.locator('.note', { hasText: 'طرق' })).toBeVisible();
	await expect(page.locator('.room [aria-label$=" 2"]').first()).toHaveText(/^\s*2\s*$/);
});

test('[PP20] words, codes and what changes are marked on the run page and the screen', async ({
	browser
}) => {
	const phone = await hall.enter(browser);
	await write(phone, 'ماء');
	const page = await hall.enterAsLead(browser, 'run');
	await expect(page.locator('.note', { hasText: 'ماء' })).toBeVisible();
	await translatePage(page);
	await expect(page.locator('.note .t').first()).toHaveText('ماء');
	await expect(page.locator('.room font')).toHaveCount(0);
});
