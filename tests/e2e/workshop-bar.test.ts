import { expect, test, type Page } from '@playwright/test';
import { LOCALES } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { openDemo, type DemoPeople } from '../support/browser/demo-people.ts';
import { visit } from '../support/browser/visitor.ts';

/** The commonest laptop. */
const COMMONEST = { width: 1366, height: 768 } as const;
/** Fewer letters than that of a longer title say nothing. */
const READABLE = 12;
const STEPS = ['basics', 'place', 'organisers', 'categories', 'agenda', 'invite'];
/** The pages that the bar leads to, then those that are under one of them. */
const LED_TO = [
	'prepare',
	'run',
	'clusters',
	'proposals',
	'plan',
	'export',
	'people',
	'attendance',
	'late-notes',
	'tickets',
	'privacy'
];
const UNDER = [...STEPS.map((step) => `prepare/${step}`), 'tickets/print', 'poster'];

let people: DemoPeople;
test.beforeAll(async ({ browser }) => {
	people = await openDemo(browser);
});
test.afterAll(() => people.stop());

for (const locale of LOCALES)
	test(`[BAR1] [BAR2] each page of a workshop has all others in one press and nothing cut in ${locale}`, async ({
		browser
	}) => {
		test.setTimeout(180_000);
		const { page, context } = await visit(browser, locale, COMMONEST);
		const session = people.sessions.facilitator;
		if (typeof session === 'object') await context.addCookies(session.cookies);
		await context.addCookies([{ name: 'tachawor_language', value: locale, url: people.demo }]);
		const base = `${people.demo}/workshops/${people.workshopId}`;
		await page.goto(`${base}/run`);
		// The sheets that people's words stand on are drawn.
		await expect(page.locator('.note').first()).not.toHaveCSS(
			'background-color',
			'rgba(0, 0, 0, 0)'
		);
		const history = await page
			.getByRole('main')
			.getByRole('link', { name: m.history_title({}, { locale }) })
			.getAttribute('href');
		const paths = [...LED_TO, ...UNDER].map((path) => `${base}/${path}`);
		for (const address of [...paths, people.demo + (history ?? '')])
			await test.step(address, async () => {
				await page.goto(address);
				const bar = page.getByRole('navigation', { name: m.common_bar_pages({}, { locale }) });
				for (const path of LED_TO) {
					const link = bar.locator(`a[href="/workshops/${people.workshopId}/${path}"]`);
					await expect(link).toBeInViewport({ ratio: 1 });
				}
				await expect(bar.locator('[aria-current]')).toHaveCount(1);
				await expectWhole(page);
			});
		await context.close();
	});

test('[BAR1] a director has the pages that they read, and the way back to their region', async ({
	browser
}) => {
	const { page, context } = await visit(browser, 'fr', COMMONEST);
	const session = people.sessions.director;
	if (typeof session === 'object') await context.addCookies(session.cookies);
	await context.addCookies([{ name: 'tachawor_language', value: 'fr', url: people.demo }]);
	await page.goto(`${people.demo}/workshops/${people.workshopId}/plan`);
	const bar = page.getByRole('navigation', { name: m.common_bar_pages({}, { locale: 'fr' }) });
	await expect(bar.getByRole('link')).toHaveCount(4);
	await bar.getByRole('link', { name: m.export_title({}, { locale: 'fr' }) }).click();
	await expect(page).toHaveURL(/\/export$/);
	await bar.getByRole('link', { name: m.export_to_region({}, { locale: 'fr' }) }).click();
	await expect(page).toHaveURL(new RegExp(`/regions/${people.workshopId}$`));
	await context.close();
});

test('[BAR3] the French join page shows the whole code on a phone', async ({ browser }) => {
	const { page, context } = await visit(browser, 'fr', { width: 360, height: 740 });
	await context.addCookies([{ name: 'tachawor_language', value: 'fr', url: people.demo }]);
	for (const path of ['/join', '/join/FES415']) {
		await page.goto(people.demo + path);
		const code = page.locator('input[name=code]');
		if ((await code.count()) === 0) {
			await expect(page.getByText('FES415', { exact: true }).first()).toBeInViewport({ ratio: 1 });
			continue;
		}
		await code.fill('FES415');
		expect(await code.evaluate((field) => field.scrollWidth <= field.clientWidth)).toBe(true);
	}
	await context.close();
});

/** Nothing is wider than the window, and titles are whole or long enough to be known. */
async function expectWhole(page: Page): Promise<void> {
	const found = await page.evaluate((least) => {
		const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
		const cut = [...document.querySelectorAll<HTMLElement>('h1, .wbar .title, .wbar .title span')]
			.filter((title) => {
				const { scrollWidth, clientWidth } = title;
				if (title.classList.contains('sr') || scrollWidth <= clientWidth) return false;
				// Of a title that is cut, about so many letters stand.
				return (title.innerText.length * clientWidth) / scrollWidth < least;
			})
			.map(({ innerText }) => innerText);
		// The parts of the bar stand beside one another.
		const parts = [...document.querySelectorAll('.wbar > *')].map((part) =>
			part.getBoundingClientRect()
		);
		const over = parts.some((one, index) =>
			parts
				.slice(index + 1)
				.some(
					(other) =>
						one.left < other.right - 1 &&
						other.left < one.right - 1 &&
						one.top < other.bottom - 1 &&
						other.top < one.bottom - 1
				)
		);
		return { wide, cut, over };
	}, READABLE);
	expect.soft(found).toEqual({ wide: 0, cut: [], over: false });
}
