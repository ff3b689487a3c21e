import { expect, test, type Page } from '@playwright/test';
import { m } from '#lib/paraglide/messages.js';
import { openHall, type Hall } from '../support/workshops/participant-hall.ts';

const AR = { locale: 'ar' } as const;

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
	await hall.open(1);
});
test.afterEach(() => hall.close());

const field = (page: Page) => page.locator('.composer textarea');
const addButton = (page: Page) =>
	page.locator('.composer').getByRole('button', { name: m.common_add({}, AR), exact: true });

for (const [phone, left] of [
	[
		{ width: 320, height: 568 },
		{ width: 320, height: 250 }
	],
	[
		{ width: 667, height: 375 },
		{ width: 667, height: 160 }
	]
] as const)
	test(`[PP17] on ${phone.width} × ${phone.height} with a keyboard that leaves ${left.height}, a note of many lines is added and changed by buttons in sight`, async ({
		browser
	}) => {
		const { page } = await hall.enter(browser);
		await page.setViewportSize(phone);
		await expect(page.locator('.conn')).toHaveText(m.common_connected({}, AR));
		await field(page).click();
		await page.setViewportSize(left);
		for (let line = 1; line <= 6; line++) {
			await page.keyboard.insertText(`سطر ${line} من فكرة طويلة`);
			await page.keyboard.press('Enter');
			await expect(addButton(page)).toBeInViewport({ ratio: 1 });
			const { height } = (await field(page).boundingBox()) ?? { height: 0 };
			expect(height).toBeGreaterThan(20);
		}
		await addButton(page).click();
		await field(page).blur();
		const note = page.locator('.note', { hasText: 'سطر 6' });
		await page.setViewportSize(phone);
		await expect(note).toContainText(m.note_saved({}, AR));
		await note.getByText('سطر 6').click();
		await page.setViewportSize(left);
		const save = page.getByRole('button', { name: m.participant_save_edit({}, AR) });
		await expect(save).toBeInViewport({ ratio: 1 });
		await expect(page.getByLabel(m.participant_my_wording({}, AR))).toBeInViewport();
		await save.click();
	});

test('[PP18] a pasted list is added as a card a line, and what can be no card stays', async ({
	browser
}) => {
	const { page } = await hall.enter(browser);
	await expect(page.locator('.conn')).toHaveText(m.common_connected({}, AR));
	await field(page).click();
	await page.keyboard.type('بداية');
	await page.keyboard.press('Enter');
	await page.keyboard.type('فكرة');
	const each = page.getByRole('button', { name: m.participant_as_cards({ count: 3 }, AR) });
	await expect(each).toHaveCount(0);
	await field(page).fill('');
	await page.keyboard.insertText(
		`نقط القوة:\n1- ماء\n2- ${'ط'.repeat(601)}\n3- طرق، ومسالك\n4- أسواق`
	);
	await each.click();
	for (const text of ['ماء', 'طرق، ومسالك', 'أسواق'])
		await expect(page.locator('.note .t', { hasText: new RegExp(`^${text}$`) })).toBeVisible();
	await expect(page.locator('.note')).toHaveCount(3);
	await expect(field(page)).toHaveValue(`نقط القوة:\n${'ط'.repeat(601)}`);
	await expect(page.getByText(m.participant_cards_added({ count: 3 }, AR))).toBeVisible();
});

test('[PP19] an empty field runs as its page does', async ({ browser }) => {
	for (const [locale, direction] of [
		['ar', 'rtl'],
		['fr', 'ltr']
	] as const) {
		const { page } = await hall.enter(browser, { locale });
		for (const text of ['', locale === 'ar' ? 'Salon' : 'معرض', '']) {
			await field(page).fill(text);
			const other = direction === 'rtl' ? 'ltr' : 'rtl';
			await expect(field(page)).toHaveCSS('direction', text === '' ? direction : other);
		}
		await expect(field(page)).toHaveCSS('text-align', 'start');
	}
});
