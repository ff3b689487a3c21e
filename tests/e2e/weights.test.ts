import { expect, test } from '@playwright/test';
import { m } from '#lib/paraglide/messages.js';
import { weighPage, type PageWeight } from '../support/browser/page-weight.ts';
import { openHall, type Hall } from '../support/workshops/participant-hall.ts';

let hall: Hall;

test.beforeEach(async () => {
	hall = await openHall();
});
test.afterEach(() => hall.close());

const KB = 1_024;

/** Fails with what weighs most, so that the culprit is read at once. */
function expectLight(weight: PageWeight, most: { bytes: number; requests: number }): void {
	const heaviest = weight.parts
		.slice(0, 12)
		.map(([path, bytes]) => `${bytes} ${path}`)
		.join('\n');
	expect(weight.bytes, heaviest).toBeLessThanOrEqual(most.bytes);
	expect(weight.requests, heaviest).toBeLessThanOrEqual(most.requests);
	expect(weight.uncompressed).toEqual([]);
}

for (const locale of ['ar', 'fr'] as const) {
	test(`[WT1] [WT3] the join page in ${locale} is light and brings its own language alone`, async ({
		browser
	}) => {
		const context = await browser.newContext({ locale });
		const scripts: Promise<string>[] = [];
		context.on('response', (response) => {
			if (response.url().endsWith('.js')) scripts.push(response.text());
		});
		const weight = await weighPage(context, `${hall.server.origin}/join/${hall.workshop.joinCode}`);
		expectLight(weight, { bytes: 76 * KB, requests: 20 });
		const texts = (await Promise.all(scripts)).join('\n');
		const isThere = (language: 'ar' | 'fr' | 'en') =>
			texts.includes(m.join_category_required({}, { locale: language }));
		expect((['ar', 'fr', 'en'] as const).filter(isThere)).toEqual([locale]);
	});
}

for (const [name, most] of [
	['run', { bytes: 186 * KB, requests: 40 }],
	['plan', { bytes: 156 * KB, requests: 40 }]
] as const) {
	test(`[WT2] the ${name} page is light`, async ({ browser }) => {
		const lead = await hall.enterAsLead(browser, 'run');
		const storageState = await lead.context().storageState();
		const context = await browser.newContext({ storageState });
		const address = `${hall.server.origin}/workshops/${hall.workshop.workshopId}/${name}`;
		expectLight(await weighPage(context, address), most);
	});
}

test('[WT4] a page that is opened from another shows its own words', async ({ browser }) => {
	const page = await hall.enterAsLead(browser, 'run');
	await page.goto(`${hall.server.origin}/workshops/${hall.workshop.workshopId}/people`);
	const documents: string[] = [];
	page.on('request', (request) => {
		if (request.isNavigationRequest()) documents.push(request.url());
	});
	await page.locator(`a[href$="/${hall.workshop.workshopId}/run"]`).first().click();
	await expect(page.locator('.here')).toBeVisible();
	expect(documents).toEqual([]);
});
