import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { directionOf, type Locale } from '#lib/domain/text/locale.ts';

const CRITERIA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PHONE_WIDTH = 360;

/** A key of the catalogues that stands where its words should. */
const BARE_KEY =
	/\b(?:accounts|activity|clusters|common|director|document|enter|error|export|home|join|late|note|participant|people|plan|prepare|proposals|rehearsal|run|screen|tickets)_[a-z]\w*/;

/** The page's language and direction are right, and everything on it is said in words. */
export async function expectLanguage(page: Page, locale: Locale): Promise<void> {
	const html = page.locator('html');
	await expect(html).toHaveAttribute('lang', locale);
	await expect(html).toHaveAttribute('dir', directionOf(locale));
	expect.soft(await page.title()).toMatch(/\p{L}{3}/u);
	expect.soft(await page.locator('h1').allTextContents()).toHaveLength(1);
	expect
		.soft(`${await page.title()} ${await page.locator('body').innerText()}`)
		.not.toMatch(BARE_KEY);
}

/** Nothing is wider than the narrowest phone. */
export async function expectNarrow(page: Page): Promise<void> {
	await page.setViewportSize({ width: PHONE_WIDTH, height: 740 });
	const wide = await page.evaluate((width) => {
		if (document.documentElement.scrollWidth <= width) return [];
		return [...document.querySelectorAll('body *')]
			.filter((element) => {
				const { left, right } = element.getBoundingClientRect();
				return right > width + 1 || left < -1;
			})
			.map((element) => element.outerHTML.slice(0, 120));
	}, PHONE_WIDTH);
	expect.soft(wide.slice(0, 5)).toEqual([]);
}

/** axe finds nothing against WCAG 2.2 AA; `rules` narrows it to those. */
export async function expectAccessible(page: Page, rules?: string[]): Promise<void> {
	const axe = new AxeBuilder({ page }).setLegacyMode();
	const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(CRITERIA)).analyze();
	expect
		.soft(
			violations.flatMap(({ id, nodes }) =>
				nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`)
			)
		)
		.toEqual([]);
}

/** The most keys that somebody presses until they are at what the page is for. */
const MOST_STEPS = 8;

/**
 * The page's primary action is reached by at most eight keys, Tab and where it is offered the link past all else,
 * and the focus can be seen there. With `byTabAlone` the link is passed by. Before the page's scripts came the link
 * leads to the content alone: then the page is opened again, as whoever is led there would do.
 */
export async function expectReachedByTab(page: Page, { byTabAlone = false } = {}): Promise<void> {
	for (let openings = 0; openings < 3; openings++) {
		if (await reachesByTab(page, byTabAlone)) return;
		const { href, hash } = new URL(page.url());
		if (hash !== '#content') break;
		await page.goto(href.replace(hash, ''));
	}
	throw new Error(`no primary action is reached by Tab on ${page.url()}`);
}

async function reachesByTab(page: Page, byTabAlone: boolean): Promise<boolean> {
	await page.locator('.btn.primary:not(.skip):visible').first().waitFor();
	for (let presses = 0; presses < MOST_STEPS; presses++) {
		const past = !byTabAlone && (await page.locator('[data-skip-to=action]:focus').count()) > 0;
		await page.keyboard.press(past ? 'Enter' : 'Tab');
		const seen = await page.evaluate(() => {
			const focused = document.activeElement;
			if (!focused?.matches('.btn.primary:not(.skip)')) return undefined;
			const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
			const { width, height } = focused.getBoundingClientRect();
			const drawn = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
			return width > 0 && height > 0 && (drawn || boxShadow !== 'none');
		});
		if (seen !== undefined) {
			expect(seen, 'the focus on the primary action can be seen').toBe(true);
			return true;
		}
	}
	return false;
}
