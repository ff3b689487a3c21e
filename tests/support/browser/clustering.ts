import type { Locator } from '@playwright/test';
import type { Locale } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Visitor } from './visitor.ts';

/** The page's list of notes that are in no cluster yet. */
export function looseNotes({ page, locale }: Visitor): Locator {
	return page.getByRole('region', { name: m.clusters_loose({}, { locale }) });
}

/** Drags with the mouse, in the small steps in which a hand moves. */
export async function drag({ page }: Visitor, what: Locator, onto: Locator): Promise<void> {
	await what.scrollIntoViewIfNeeded();
	const [from, to] = [await middle(what), await middle(onto)];
	await page.mouse.move(from.x, from.y);
	await page.mouse.down();
	await page.mouse.move(from.x + 20, from.y, { steps: 3 });
	await page.mouse.move(to.x, to.y, { steps: 8 });
	await page.mouse.up();
}

async function middle(element: Locator): Promise<{ x: number; y: number }> {
	const box = await element.boundingBox();
	if (!box) throw new Error('nothing to point at');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Names the open cluster in one language, by the keyboard alone. */
export async function nameCluster(
	{ page, locale }: Visitor,
	language: Locale,
	name: string
): Promise<void> {
	const panel = page.getByRole('complementary', { name: m.clusters_panel({}, { locale }) });
	const tab = panel.getByRole('radio', { name: languageName(language), exact: true });
	if (!(await tab.isChecked())) {
		await panel.getByRole('radio', { checked: true }).focus();
		await stepTo(panel, language);
	}
	await panel.getByRole('textbox').focus();
	await page.keyboard.type(name);
	await page.keyboard.press('Tab');
}

async function stepTo(panel: Locator, language: Locale): Promise<void> {
	const radios = panel.getByRole('radio');
	for (let step = await radios.count(); step > 0; step--) {
		await panel.page().keyboard.press('ArrowDown');
		if (await panel.getByRole('radio', { name: languageName(language), exact: true }).isChecked())
			return;
	}
	throw new Error(`no way by the keyboard to ${language}`);
}

function languageName(language: Locale): string {
	return { ar: 'العربية', fr: 'Français', en: 'English' }[language];
}
