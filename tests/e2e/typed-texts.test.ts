import { expect, test, type Browser, type Locator, type Page } from '@playwright/test';
import { addAction, addAxis, addObjective, readPlan } from '#lib/board/plan-doc.ts';
import { m } from '#lib/paraglide/messages.js';
import { expectAccessible, expectNarrow } from '../support/browser/page-checks.ts';
import { openHall, write, type Hall } from '../support/workshops/participant-hall.ts';
import { aPerson, invited, PASSWORD } from '../support/workshops/people.ts';

const AR = { locale: 'ar' } as const;
const FR = { locale: 'fr' } as const;

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
});
test.afterEach(() => hall.close());

/** What a program puts on the clipboard is pasted, the key and all. */
async function paste(field: Locator, text: string): Promise<void> {
	await field.page().context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await field.page().evaluate((words) => navigator.clipboard.writeText(words), text);
	await field.press('ControlOrMeta+V');
}

const categoryNames = (page: Page) => page.locator('ol textarea');
const numbers = (page: Page) => page.locator('ol input[inputmode=numeric]');

test('[LS8] [LS9] [LS11] a table that is pasted fills names and numbers, and says what it did not understand', async ({
	browser
}) => {
	const page = await hall.enterAsLead(browser, 'prepare/categories');
	const had = await categoryNames(page).count();
	await paste(
		page.getByRole('textbox', { name: m.prepare_pasted({}, FR) }),
		'م\tالفئة\tالعدد\n1\t*السلطات المحلية*\t5\n2\tالجماعات\u000Bالترابية\t8\n3\tالأبناك\t5-8\n'
	);
	await expect(categoryNames(page)).toHaveCount(had + 3);
	for (const [at, name, expected] of [
		[0, 'السلطات المحلية', '5'],
		[1, 'الجماعات الترابية', '8'],
		[2, 'الأبناك', '']
	] as const) {
		await expect(categoryNames(page).nth(had + at)).toHaveValue(name);
		await expect(numbers(page).nth(had + at)).toHaveValue(expected);
	}
	const said = page.locator('.not-taken');
	await expect(said).toContainText(m.common_list_unread({}, FR));
	await expect(said).toContainText('الأبناك · 5-8');
	await expect(said).toContainText('م · الفئة · العدد');
	await expectAccessible(page);
});

test('[LS8] [LS11] the server reads it alike where no script runs', async ({ browser }) => {
	const signedIn = await hall.enterAsLead(browser, 'prepare/categories');
	const context = await browser.newContext({ javaScriptEnabled: false });
	await context.addCookies(await signedIn.context().cookies());
	const page = await context.newPage();
	await page.goto(signedIn.url());
	const had = await categoryNames(page).count();
	const field = page.getByRole('textbox', { name: m.prepare_pasted({}, FR) });
	await field.fill('Wilaya;5;x\nMédias;3;x');
	await page.getByRole('button', { name: m.prepare_read_list({}, FR) }).click();
	await expect(categoryNames(page).nth(had)).toHaveValue('Wilaya');
	await expect(numbers(page).nth(had)).toHaveValue('5');
	await expect(page.locator('.not-taken')).toContainText('Wilaya · x');
});

test('[TX12] [CA4] numbers of people are read in any writing, on the page and where no script runs', async ({
	browser
}) => {
	const page = await hall.enterAsLead(browser, 'prepare/categories');
	const first = numbers(page).first();
	await first.fill('١٢ شخصاً');
	await expect(page.getByText(m.common_number_read({ number: '12' }, FR))).toBeVisible();
	await page.setViewportSize({ width: 360, height: 740 });
	await expectNarrow(page);
	await first.fill('12,5');
	await expect(page.getByText(m.error_number_not_whole({}, FR))).toBeVisible();
	await expect(first).toHaveAttribute('aria-invalid', 'true');
	await first.fill('9000');
	const range = { least: '0', most: '5\u202F000' };
	await expect(page.getByText(m.error_number_out_of_range_of(range, FR))).toBeVisible();
	await first.fill('1 250 personnes');
	await page.getByRole('button', { name: m.prepare_save_continue({}, FR) }).click();
	await page.waitForURL(/agenda/);
	const [category] = await hall.server.app.categories.list(hall.lead, hall.workshop.workshopId);
	expect(category?.expected).toBe(1250);
	await page.goto(`${hall.server.origin}/workshops/${hall.workshop.workshopId}/tickets`);
	const count = page.getByLabel(m.tickets_make_count({}, FR));
	await count.fill('٢٠٫٠٠');
	await expect(page.getByText(m.common_number_read({ number: '20' }, FR))).toBeVisible();
	await page.getByRole('button', { name: m.tickets_make({}, FR) }).click();
	await expect(page.getByText(m.tickets_count({ count: 20 }, FR)).first()).toBeVisible();
	await count.fill('deux');
	await page.getByRole('button', { name: m.tickets_make({}, FR) }).click();
	await expect(page.getByText(m.error_number_unread({}, FR)).first()).toBeVisible();
});

test('[TX10] [TX11] what Word or a PDF file breaks and shapes stands on the page in lines and letters', async ({
	browser
}) => {
	await hall.server.app.rooms.change('plan', hall.workshop.planId, null, (doc) => {
		const objectiveId = addObjective(doc, addAxis(doc, { fr: 'Marchés' }), { fr: 'Vendre' });
		const title = { fr: 'Créer un label' };
		addAction(doc, title, { code: '1.1.1', objectiveId, description: 'قديم\u000Bأقدم' });
	});
	const page = await hall.enterAsLead(browser, 'plan');
	const field = (name: string) =>
		page.getByRole('article').getByRole('textbox', { name, exact: true });
	const description = field(m.plan_description({}, FR));
	await expect(description).toHaveValue('قديم\nأقدم');
	await description.fill('');
	await paste(description, 'السطر الأول\u000Bالسطر الثاني\u2028ﺍﻟﺴﻄﺮ ﺍﻟﺜﺎﻟﺚ\u000Cالرابع');
	await expect(description).toHaveValue('السطر الأول\nالسطر الثاني\nﺍﻟﺴﻄﺮ ﺍﻟﺜﺎﻟﺚ\nالرابع');
	await description.blur();
	await expect(description).toHaveValue('السطر الأول\nالسطر الثاني\nالسطر الثالث\nالرابع');
	await paste(field(m.plan_location({}, FR)), 'فاس\u000Bمكناس');
	await field(m.plan_location({}, FR)).press('Tab');
	await expect(page.getByText(m.common_saved({}, FR), { exact: true })).toBeVisible();
	const { planId } = hall.workshop;
	const plan = await hall.server.app.rooms.read('plan', planId, readPlan);
	expect(plan.actions[0]).toMatchObject({
		description: 'السطر الأول\nالسطر الثاني\nالسطر الثالث\nالرابع',
		location: 'فاس مكناس'
	});
});

test('[TX10] a note that was pasted with soft breaks is in lines on every phone', async ({
	browser
}) => {
	await hall.open(1);
	const [one, other] = [await hall.enter(browser), await hall.enter(browser)];
	await expect(one.page.locator('.conn')).toHaveText(m.common_connected({}, AR));
	await write(one, 'ضعف التسويق\u000Bغياب المعارض\u2029قلة التمويل');
	for (const { page } of [one, other])
		expect(await page.locator('.note .t').first().innerText()).toBe(
			'ضعف التسويق\nغياب المعارض\nقلة التمويل'
		);
});

test('[AC27] an address is known with the marks and spaces that a chat copied with it', async ({
	browser
}) => {
	const { app, origin } = hall.server;
	const email = "s.o'hara@example.org";
	const administrator = {
		actor: { ...hall.lead, role: 'administrator', name: '', email: '' },
		token: ''
	} as const;
	await invited(app, administrator, { role: 'facilitator', regions: [] }, aPerson({ email }));
	for (const typed of [`\u200E${email}\u00A0`, '\u2066S.O’Hara@example.org\u2069\u200B']) {
		const page = await visitor(browser);
		await page.goto(`${origin}/sign-in`);
		await page.getByLabel(m.accounts_email({}, FR)).fill(typed);
		await page.getByLabel(m.accounts_password({}, FR), { exact: true }).fill(PASSWORD);
		await page.getByRole('button', { name: m.accounts_sign_in({}, FR) }).click();
		await page.waitForURL(/workshops/);
	}
});

test('[JN20] a whole link or a sentence in the field of the code opens the door', async ({
	browser
}) => {
	const { origin } = hall.server;
	const { joinCode } = hall.workshop;
	for (const typed of [
		`${origin}/join/${joinCode}?typed`,
		`الرمز: ${joinCode}\u200F`,
		`Rejoignez-nous : http://tachawor.example.ma/join/${joinCode.toLowerCase()} avant 9h !`
	]) {
		const page = await visitor(browser);
		await page.goto(`${origin}/join`);
		await page.getByRole('textbox', { name: m.join_code_label({}, FR) }).fill(typed);
		await page.getByRole('button', { name: m.join_continue({}, FR) }).click();
		await page.waitForURL(new RegExp(`/join/${joinCode}`));
	}
});

/** A browser that was never here, in French. */
async function visitor(browser: Browser): Promise<Page> {
	const context = await browser.newContext({ reducedMotion: 'reduce' });
	await context.addCookies([{ name: 'tachawor_language', value: 'fr', url: hall.server.origin }]);
	return context.newPage();
}
