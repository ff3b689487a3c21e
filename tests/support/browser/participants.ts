import { expect, type Locator } from '@playwright/test';
import { m } from '#lib/paraglide/messages.js';
import type { Visitor } from './visitor.ts';

/** Chooses a category on the join page and enters. */
export async function joinAs({ page, locale }: Visitor, category: string): Promise<void> {
	await page.getByRole('radio', { name: category }).check();
	await page.getByRole('button', { name: m.join_submit({}, { locale }) }).click();
	await page.waitForURL('**/w/*');
}

/** Opens the join page by the address that the QR code carries, and enters. */
export async function joinByAddress(
	visitor: Visitor,
	address: string,
	category: string
): Promise<void> {
	await visitor.page.goto(address);
	await joinAs(visitor, category);
}

/** Writes a note in the column that is open, as a person does. */
export async function write({ page, locale }: Visitor, text: string): Promise<void> {
	const composer = page.getByRole('form', { name: m.participant_composer({}, { locale }) });
	await composer.getByRole('textbox').fill(text);
	await composer.getByRole('button', { name: m.common_add({}, { locale }) }).click();
}

/** The cards with this text on a phone. */
export function noteOn({ page }: Visitor, text: string): Locator {
	return page.getByRole('main').getByRole('listitem').filter({ hasText: text });
}

/** Waits until the page is connected, so that what is written leaves at once. */
export async function connected({ page, locale }: Visitor): Promise<void> {
	await expect(page.getByText(m.common_connected({}, { locale }), { exact: true })).toBeVisible();
}
