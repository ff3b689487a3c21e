import { expect, test, type Page } from '@playwright/test';
import { LOCALES } from '#lib/domain/text/locale.ts';
import { openDemo, type DemoPeople, type Person } from '../support/browser/demo-people.ts';
import {
	expectAccessible,
	expectLanguage,
	expectNarrow,
	expectReachedByTab
} from '../support/browser/page-checks.ts';
import { LAPTOP, PHONE, visit } from '../support/browser/visitor.ts';

/** A page as its people meet it; `%` in a path is the example workshop. */
interface Stop {
	readonly path: string;
	/** What stands there once the page is ready; its heading unless said otherwise. */
	readonly ready?: string;
	/** What a person opens on it before it is looked at. */
	readonly open?: (page: Page) => Promise<void>;
	/** The primary action is reached by the keyboard. */
	readonly keyboard?: boolean;
	/** The answer is an error page, which browsers note on their console. */
	readonly refused?: boolean;
}

const PREPARE = ['basics', 'place', 'organisers', 'categories', 'agenda', 'invite'];
const PAGES: Record<Person, readonly Stop[]> = {
	visitor: [
		{ path: '/', keyboard: true },
		{ path: '/join/FES415', keyboard: true },
		{
			path: '/join/FES415',
			open: async (page) => {
				await page.locator('main button[type=button]').first().click();
				await page.locator('dialog[open]').waitFor();
			}
		},
		{ path: '/join/ZZZZ22', refused: true },
		{ path: '/sign-in', keyboard: true },
		{ path: '/workshops' },
		{ path: '/setup/nothing', refused: true },
		{ path: '/link/nothing', refused: true },
		{ path: '/invitation/nothing', refused: true },
		{ path: '/enter/nothing', refused: true },
		{ path: '/screen/nothing', refused: true },
		{ path: '/nowhere', refused: true },
		// It leads whoever is nobody there to the page that asks for a code.
		{ path: '/w/%', ready: 'form', refused: true }
	],
	participant: [
		{ path: '/w/%', ready: '.note', keyboard: true },
		{
			path: '/w/%',
			open: async (page) => {
				await page.locator('main section button').first().click();
				await page.locator('dialog[open]').waitFor();
			}
		}
	],
	facilitator: [
		{ path: '/account' },
		{ path: '/workshops', keyboard: true },
		{ path: '/workshops/new', keyboard: true },
		...PREPARE.map((step) => ({ path: `/workshops/%/prepare/${step}`, keyboard: true })),
		{ path: '/workshops/%/run', ready: '.note', keyboard: true },
		{ path: '/workshops/%/attendance' },
		{ path: '/workshops/%/people' },
		{ path: '/workshops/%/privacy', keyboard: true },
		{
			path: '/workshops/%/privacy',
			open: async (page) => {
				const person = page.locator('select[name=person]');
				await person.selectOption({ index: 1 });
				await page.locator('.acts .bad').click();
				await page.locator('dialog[open]').waitFor();
			}
		},
		{ path: '/workshops/%/late-notes' },
		{ path: '/workshops/%/tickets' },
		{ path: '/workshops/%/tickets/print', keyboard: true },
		{ path: '/workshops/%/poster', keyboard: true },
		{ path: '/workshops/%/clusters', ready: '.pile', keyboard: true },
		{
			path: '/workshops/%/clusters',
			ready: '.pile',
			open: async (page) => {
				if ((page.viewportSize()?.width ?? 0) < 900)
					await page.locator('.sides button').last().click();
				await page.locator('.pile button').first().click();
				await page.locator('aside.panel').waitFor();
			}
		},
		{ path: '/workshops/%/proposals' },
		{ path: '/workshops/%/proposals?new=', keyboard: true },
		{
			path: '/workshops/%/proposals',
			open: async (page) => {
				await page.locator('.proposals h3 a').first().click();
				await page.locator('aside').waitFor();
			}
		},
		{ path: '/workshops/%/plan', ready: 'article' },
		{ path: '/workshops/%/export', keyboard: true },
		{ path: '/regions', refused: true }
	],
	director: [
		{ path: '/regions', keyboard: true },
		{ path: '/regions/%' },
		{ path: '/workshops/%/plan', ready: 'article' },
		{ path: '/workshops/%/proposals' },
		{ path: '/workshops/%/export' }
	],
	administrator: [
		{ path: '/admin', keyboard: true },
		{
			path: '/admin',
			open: async (page) => {
				await page.locator('form[action*=invite] .btn.primary').click();
				await page.locator('.made').waitFor();
			}
		},
		{ path: '/account' }
	]
};

/** Milliseconds for a page that is looked at twice by axe while another browser works. */
const PAGE_TIME = 15_000;

let people: DemoPeople;
test.beforeAll(async ({ browser }) => {
	people = await openDemo(browser);
});
test.afterAll(() => people.stop());

for (const locale of LOCALES)
	for (const [person, stops] of Object.entries(PAGES) as [Person, readonly Stop[]][])
		test(`[E2E5] every page of the ${person} is whole in ${locale}`, async ({ browser }) => {
			test.setTimeout(stops.length * PAGE_TIME);
			const { page, context, complaints } = await enter(person);
			for (const stop of stops)
				await test.step(`${stop.path}${stop.open ? ', opened' : ''}`, async () => {
					complaints.length = 0;
					await open(page, stop, person);
					await stop.open?.(page);
					await expectLanguage(page, locale);
					await expectAccessible(page);
					if (locale === 'ar') {
						await page.emulateMedia({ colorScheme: 'dark' });
						await expectAccessible(page, ['color-contrast']);
						await page.emulateMedia({ colorScheme: 'light' });
					}
					if (!stop.open) await expectNarrow(page);
					expect
						.soft(complaints.filter((text) => !stop.refused || !/status of 4\d\d/.test(text)))
						.toEqual([]);
				});
			await context.close();

			async function enter(as: Person) {
				const visitor = await visit(browser, locale, sizeFor(as));
				const session = people.sessions[as];
				if (typeof session === 'object') await visitor.context.addCookies(session.cookies);
				await visitor.context.addCookies(
					[people.demo, people.fresh].map((url) => ({
						name: 'tachawor_language',
						value: locale,
						url
					}))
				);
				return visitor;
			}
		});

test('[E2E5] the screen of the hall is whole in every language', async ({ browser }) => {
	for (const locale of LOCALES) {
		const { page, context, complaints } = await visit(browser, locale, {
			width: 1920,
			height: 1080
		});
		await page.goto(people.screenLink);
		await expect(page.locator('main li').first()).toBeVisible();
		await expectLanguage(page, locale);
		await expectAccessible(page);
		await expectNarrow(page);
		expect.soft(complaints).toEqual([]);
		await context.close();
	}
});

for (const [person, stops] of Object.entries(PAGES) as [Person, readonly Stop[]][])
	test(`[E2E6] the ${person} reaches the primary action by Tab alone and sees the focus`, async ({
		browser
	}) => {
		test.setTimeout(120_000);
		const { page, context } = await visit(browser, 'ar', sizeFor(person));
		const session = people.sessions[person];
		if (typeof session === 'object') await context.addCookies(session.cookies);
		for (const stop of stops.filter(({ keyboard }) => keyboard))
			await test.step(stop.path, async () => {
				await open(page, stop, person);
				await expectReachedByTab(page);
			});
		await context.close();
	});

function sizeFor(person: Person) {
	return person === 'visitor' || person === 'participant' ? PHONE : LAPTOP;
}

async function open(page: Page, { path, ready }: Stop, person: Person): Promise<void> {
	await page.setViewportSize(sizeFor(person));
	const origin = person === 'administrator' ? people.fresh : people.demo;
	await page.goto(origin + path.replace('%', people.workshopId));
	await expect(page.locator('h1')).toBeAttached();
	if (ready) await expect(page.locator(ready).first()).toBeVisible();
}
