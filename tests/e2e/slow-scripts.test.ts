import { expect, test } from '@playwright/test';
import { m } from '#lib/paraglide/messages.js';
import { fieldsOf, fillEveryField, holdScripts } from '../support/browser/before-scripts.ts';
import { openDemo, type DemoPeople, type Person } from '../support/browser/demo-people.ts';
import { LAPTOP, PHONE, visit } from '../support/browser/visitor.ts';

/** Every page with something to fill in that its HTML brings along; `%` is the example workshop. */
const FORMS: Partial<Record<Person, readonly string[]>> = {
	visitor: ['/', '/join', '/join/FES415', '/sign-in'],
	facilitator: [
		'/account',
		'/workshops/new',
		...['basics', 'place', 'organisers', 'categories', 'agenda', 'invite'].map(
			(step) => `/workshops/%/prepare/${step}`
		),
		'/workshops/%/privacy',
		'/workshops/%/tickets',
		'/workshops/%/proposals?new=',
		'/workshops/%/attendance',
		'/workshops/%/export',
		'/workshops/%/late-notes'
	],
	administrator: ['/admin', '/account']
};

let people: DemoPeople;
test.beforeAll(async ({ browser }) => {
	people = await openDemo(browser);
});
test.afterAll(() => people.stop());

for (const [person, paths] of Object.entries(FORMS) as [Person, readonly string[]][])
	test(`[OF19] what the ${person} entered before the scripts came stands`, async ({ browser }) => {
		test.setTimeout(paths.length * 15_000);
		const { page, context } = await visit(browser, 'ar', person === 'visitor' ? PHONE : LAPTOP);
		const session = people.sessions[person];
		if (typeof session === 'object') await context.addCookies(session.cookies);
		const origin = person === 'administrator' ? people.fresh : people.demo;
		for (const path of paths)
			await test.step(path, async () => {
				const scripts = await holdScripts(page);
				await page.goto(origin + path.replace('%', people.workshopId), { waitUntil: 'commit' });
				await expect(page.locator('h1')).toBeAttached();
				const before = await fieldsOf(page);
				await fillEveryField(page);
				const entered = await fieldsOf(page);
				expect.soft(entered.length === 0 || entered.join() !== before.join(), path).toBe(true);
				await scripts.release();
				// What a choice brings with it may have come as well.
				const after = await fieldsOf(page);
				expect
					.soft(
						entered.filter((field) => !after.includes(field)),
						path
					)
					.toEqual([]);
			});
		await context.close();
	});

test('[OF19] a role that was chosen before the scripts came is given', async ({ browser }) => {
	const { page, context } = await visit(browser, 'ar', LAPTOP);
	const session = people.sessions.facilitator;
	if (typeof session === 'object') await context.addCookies(session.cookies);
	const scripts = await holdScripts(page);
	await page.goto(`${people.demo}/workshops/${people.workshopId}/people`, { waitUntil: 'commit' });
	const role = page.locator('select[name=role]').first();
	await role.selectOption('observer');
	await scripts.release();
	await expect(page.locator('.toast')).toContainText(m.people_role_observer({}, { locale: 'ar' }));
	await page.reload();
	await expect(role).toHaveValue('observer');
});
