import { expect, test, type Page } from '@playwright/test';
import { openHall, write } from '../support/workshops/participant-hall.ts';

/** Counts from now on the moments at which no note with these words is in sight. */
async function watch(page: Page, words: string): Promise<() => Promise<number>> {
	await page.evaluate((text) => {
		const shown = () =>
			[...document.querySelectorAll('.note .t')].some((note) => note.textContent.includes(text));
		const seen = { missing: 0 };
		new MutationObserver(() => {
			if (!shown()) seen.missing++;
		}).observe(document.body, { childList: true, subtree: true, characterData: true });
		Object.assign(window, { seen });
	}, words);
	return () =>
		page.evaluate(() => (window as unknown as { seen: { missing: number } }).seen.missing);
}

test('[PV9] nobody sees another’s note before the reveal; then phones turn to the board, one’s own notes in sight all the time', async ({
	browser
}) => {
	const hall = await openHall({ privately: true });
	await hall.open(1);
	const fatima = await hall.enter(browser);
	const paul = await hall.enter(browser, { category: 1, locale: 'fr' });
	await expect(fatima.page.getByText('لا يراها سواك.')).toBeVisible();
	await expect(paul.page.getByText('Vous seul les voyez.')).toBeVisible();
	await write(fatima, 'فكرة في السر');
	await write(paul, 'Idée gardée pour soi');
	const own = fatima.page.locator('.note', { hasText: 'السر' });
	await expect(own).toContainText('محفوظة');
	await expect(paul.page.locator('.note')).toContainText('Enregistrée');
	await expect(paul.page.locator('.note', { hasText: 'السر' })).toHaveCount(0);
	await fatima.page.locator('.composer textarea').fill('نصف جملة');

	const missing = await watch(fatima.page, 'السر');
	await hall.reveal(1);
	await expect(paul.page.locator('.note', { hasText: 'السر' })).toBeVisible();
	await expect(fatima.page.locator('.note', { hasText: 'Idée gardée' })).toBeVisible();
	await expect(own).toHaveCount(1);
	await expect(own).toContainText('محفوظة');
	expect(await missing()).toBe(0);
	await expect(fatima.page.getByText('لا يراها سواك.')).toHaveCount(0);
	await expect(fatima.page.locator('.composer textarea')).toHaveValue('نصف جملة');
	await write(fatima, 'على اللوحة الآن');
	await expect(paul.page.locator('.note', { hasText: 'على اللوحة' })).toBeVisible();
	await hall.close();
});
