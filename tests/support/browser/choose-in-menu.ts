import { expect, type Page } from '@playwright/test';

/** Opens a menu and chooses a line of it. Pressed again where the first press came before the page's scripts. */
export async function chooseInMenu(page: Page, menu: string, line: string): Promise<void> {
	const item = page.getByRole('menuitem', { name: line });
	await expect(async () => {
		if (!(await item.isVisible())) await page.getByRole('button', { name: menu }).click();
		await expect(item).toBeVisible({ timeout: 1_000 });
	}).toPass();
	await item.click();
}
