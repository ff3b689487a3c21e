import { expect, test, type Page } from '@playwright/test';
import { addAction, addAxis, addObjective } from '#lib/board/plan-doc.ts';
import { m } from '#lib/paraglide/messages.js';
import { expectAccessible } from '../support/browser/page-checks.ts';
import { openHall, type Hall } from '../support/workshops/participant-hall.ts';

const FR = { locale: 'fr' } as const;

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
	await hall.server.app.rooms.change('plan', hall.workshop.planId, null, (doc) => {
		const objectiveId = addObjective(doc, addAxis(doc, { fr: 'Marchés' }), { fr: 'Vendre' });
		addAction(
			doc,
			{ fr: 'Créer un label' },
			{
				code: '1.1.1',
				objectiveId,
				description: 'Un label régional',
				financing: [{ source: 'Conseil régional', amount: 100 }]
			}
		);
	});
});
test.afterEach(() => hall.close());

const sheet = (page: Page) => page.getByRole('article');
const text = (page: Page, name: string) => sheet(page).getByRole('textbox', { name, exact: true });

test('[PL9] [PL15] two on one sheet keep both their words, and who loses a value brings it back', async ({
	browser
}) => {
	const [one, other] = [
		await hall.enterAsLead(browser, 'plan'),
		await hall.enterAsLead(browser, 'plan')
	];
	const description = m.plan_description({}, FR);
	const caret = (page: Page) =>
		text(page, description).evaluate((field) => (field as HTMLTextAreaElement).selectionStart);
	await text(one, description).press('End');
	const at = await caret(one);
	await text(other, description).press('Home');
	await other.keyboard.type('Créer. ');
	await expect(text(one, description)).toHaveValue('Créer. Un label régional');
	expect(await caret(one)).toBe(at + 'Créer. '.length);
	await one.keyboard.type(' reconnu');
	await other.keyboard.type('Vite. ');
	for (const page of [one, other])
		await expect(text(page, description)).toHaveValue('Créer. Vite. Un label régional reconnu');

	const amount = `${m.plan_amount({}, FR)} 1`;
	await text(one, amount).fill('500');
	await text(one, amount).press('Enter');
	await expect(text(other, amount)).toHaveValue('500');
	await text(other, amount).fill('600');
	await text(other, amount).press('Enter');
	const lost = one.getByRole('region', { name: m.plan_lost_title({}, FR) });
	await expect(lost).toContainText('500');
	await lost.getByRole('button', { name: m.plan_lost_back({}, FR) }).click();
	await expect(lost).toHaveCount(0);
	for (const page of [one, other]) await expect(text(page, amount)).toHaveValue('500');
});

test('[PL13] [PL14] a field is added from the keyboard, and what is too long for it stays there with the reason', async ({
	browser
}) => {
	const page = await hall.enterAsLead(browser, 'plan');
	const name = m.plan_orientation({}, FR);
	await expect(text(page, name)).toHaveCount(0);
	await page.getByRole('button', { name: m.plan_add_field({}, FR) }).press('Enter');
	await expectAccessible(page);
	await page.keyboard.type('orientation');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(text(page, name)).toBeFocused();
	await page.setViewportSize({ width: 360, height: 740 });
	const long = 'x'.repeat(301);
	await text(page, name).fill(long);
	await text(page, name).blur();
	await expect(text(page, name)).toHaveValue(long);
	await expect(text(page, name)).toHaveAttribute('aria-invalid', 'true');
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
	await text(page, name).fill('Compétitivité');
	await text(page, name).blur();
	await expect(page.getByText(m.common_saved({}, FR), { exact: true })).toBeVisible();
	await page.reload();
	await expect(text(page, name)).toHaveValue('Compétitivité');
});

test('[PL11] an action that was moved is offered its new code, which waits until somebody accepts', async ({
	browser
}) => {
	await hall.server.app.rooms.change('plan', hall.workshop.planId, null, (doc) => {
		addObjective(doc, addAxis(doc, { fr: 'Qualité' }), { fr: 'Certifier' });
	});
	const page = await hall.enterAsLead(browser, 'plan');
	await sheet(page)
		.getByRole('combobox', { name: m.plan_move_to({}, FR) })
		.selectOption({ label: '2.2 Certifier' });
	const link = page.getByRole('navigation').getByRole('link', { name: 'Créer un label' });
	await expect(link).toContainText('1.1.1');
	await page.getByRole('button', { name: m.plan_code_accept({ code: '2.2.1' }, FR) }).click();
	await expect(link).toContainText('2.2.1');
	await expect(sheet(page).getByRole('group', { name: /2\.2\.1/ })).toHaveCount(0);
});

test('[PL18] a field that was left as it was writes nothing over what somebody else wrote', async ({
	browser
}) => {
	const [one, other] = [
		await hall.enterAsLead(browser, 'plan'),
		await hall.enterAsLead(browser, 'plan')
	];
	const place = m.plan_location({}, FR);
	await text(one, place).fill('Fès');
	await text(one, place).press('Enter');
	await expect(text(other, place)).toHaveValue('Fès');
	await text(other, place).fill('Meknès');
	await text(other, place).press('Enter');
	await expect(text(one, place)).toBeFocused();
	await expect(text(one, place)).toHaveValue('Meknès');
	await text(one, place).press('Tab');
	await text(other, place).press('Tab');
	await expect(one.getByText(m.common_saved({}, FR), { exact: true })).toBeVisible();
	for (const page of [one, other]) await expect(text(page, place)).toHaveValue('Meknès');
	await expect(other.getByRole('region', { name: m.plan_lost_title({}, FR) })).toHaveCount(0);
});

test('[PL18] [TX12] an amount is read as it was typed or copied, says so, and stays with the reason where it is none', async ({
	browser
}) => {
	const page = await hall.enterAsLead(browser, 'plan');
	const amount = text(page, `${m.plan_amount({}, FR)} 1`);
	const type = async (words: string) => {
		await amount.fill(words);
		await amount.press('Tab');
	};
	await type('9,5 MDH');
	await expect(amount).toHaveAttribute('aria-invalid', 'true');
	await expect(amount).toHaveValue('9,5 MDH');
	const inFull = { meant: '9\u202F500\u202F000' };
	await expect(sheet(page)).toContainText(m.error_number_abbreviated_of(inFull, FR));
	for (const [typed, shown, said] of [
		['9 500 000,00', /^9\s500\s000$/, m.common_number_read({ number: inFull.meant }, FR)],
		['٩٬٧٠٠٬٠٠٠ درهم', /^9\s700\s000$/, '9\u202F700\u202F000'],
		['12500,50', /^12\s501$/, m.common_number_rounded({ number: '12\u202F501' }, FR)]
	] as const) {
		await type(typed);
		await expect(amount).toHaveValue(shown);
		await expect(amount).not.toHaveAttribute('aria-invalid');
		await expect(sheet(page)).toContainText(said);
	}
	await type('1 500');
	await expect(amount).toHaveValue(/^1\s500$/);
	await expect(sheet(page)).not.toContainText(m.common_number_read({ number: '' }, FR));
});

test('[PL13] a field of several parts keeps them all while somebody fills one after the other', async ({
	browser
}) => {
	const page = await hall.enterAsLead(browser, 'plan');
	await page.getByRole('button', { name: m.plan_add_field({}, FR) }).click();
	await page
		.getByRole('region', { name: m.plan_add_field({}, FR) })
		.getByRole('button', { name: m.plan_convention({}, FR), exact: true })
		.click();
	const type = text(page, m.plan_convention_type({}, FR));
	await expect(type).toBeFocused();
	await page.keyboard.type('Accord');
	await page.keyboard.press('Tab');
	const reference = text(page, m.plan_convention_reference({}, FR));
	await expect(reference).toBeFocused();
	await page.keyboard.type('12/2025');
	await page.keyboard.press('Tab');
	await expect(type).toHaveValue('Accord');
	await expect(reference).toHaveValue('12/2025');
});

test('[PL15] on a phone, too, whoever loses a value sees it at once', async ({ browser }) => {
	const [one, other] = [
		await hall.enterAsLead(browser, 'plan'),
		await hall.enterAsLead(browser, 'plan')
	];
	await one.setViewportSize({ width: 360, height: 740 });
	const amount = `${m.plan_amount({}, FR)} 1`;
	for (const [page, value] of [
		[one, '500'],
		[other, '600']
	] as const) {
		await text(page, amount).fill(value);
		await text(page, amount).press('Enter');
		await expect(text(page === one ? other : one, amount)).toHaveValue(value);
	}
	const lost = one.getByRole('region', { name: m.plan_lost_title({}, FR) });
	await expect(lost).toBeInViewport({ ratio: 1 });
	await expectAccessible(one);
});
