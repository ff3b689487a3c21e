import { expect, test } from '@playwright/test';
import { HANDS_LIMITS } from '#lib/domain/activities/hands.ts';
import { formatNumber } from '#lib/domain/text/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { expectAccessible, expectNarrow } from '../support/browser/page-checks.ts';
import { openHall } from '../support/workshops/participant-hall.ts';
import { askToOpen } from '../support/browser/open-from-agenda.ts';

const FR = { locale: 'fr' } as const;
const AR = { locale: 'ar' } as const;

test('[HA2] a facilitator enters the counts, corrects them, and phone and screen show them', async ({
	browser
}) => {
	const hall = await openHall();
	const { app, origin } = hall.server;
	const { workshopId } = hall.workshop;
	const version = async () => (await app.workshops.get(hall.lead, workshopId)).version;

	const prepare = await hall.enterAsLead(browser, `prepare/agenda`);
	await prepare.getByRole('button', { name: m.prepare_item_add({}, FR) }).click();
	await expect(
		prepare.getByRole('heading', { level: 3, name: m.prepare_new_item({}, FR) })
	).toBeVisible();
	await prepare
		.getByLabel(m.prepare_item_kind({}, FR))
		.selectOption({ label: m.activity_hands_long({}, FR) });
	const open = prepare.getByText(m.activity_hands_open({}, FR));
	await expect(open).toBeVisible();
	await prepare
		.getByRole('button', { name: m.activity_hands_option_remove({ number: 3 }, FR) })
		.click();
	await prepare.getByRole('button', { name: m.common_save({}, FR), exact: true }).click();
	await expect.poll(version).toBeGreaterThan(2);
	await expect(open).toBeVisible();
	const agenda = await app.agenda.list(hall.lead, workshopId);
	const poll = agenda.find(({ kind }) => kind === 'hands')!;
	const { version: seen } = await app.stage.get(hall.lead, workshopId);
	await app.stage.openActivity(hall.lead, workshopId, poll.id, seen);

	const phone = (await hall.enter(browser)).page;
	const screen = await (await browser.newContext({ locale: 'ar-MA' })).newPage();
	await screen.goto(
		`${origin}/screen/${await app.workshops.createScreenLink(hall.lead, workshopId)}`
	);
	await expect(phone.getByText(m.activity_hands_raise({}, AR))).toBeVisible();
	for (const page of [phone, screen])
		await expect(page.locator('li', { hasText: m.activity_hands_for({}, AR) })).toBeVisible();

	const run = await hall.enterAsLead(browser, 'run');
	await expect(run.getByText(m.activity_hands_open({}, FR))).toBeVisible();
	const counts = run.locator('.stepper input');
	// What is no number is told in the language of the page, and stepping to one is enough to go on.
	const told = () => counts.nth(0).evaluate((field: HTMLInputElement) => field.validationMessage);
	await counts.nth(0).fill('abc');
	await run.getByRole('button', { name: m.activity_hands_save({}, FR) }).click();
	expect(await told()).toBe(m.error_number_unread({}, FR));
	await counts.nth(0).fill('');
	await run.getByRole('button', { name: m.activity_hands_save({}, FR) }).click();
	expect(await told()).toBe(
		m.activity_hands_range({ most: formatNumber(HANDS_LIMITS.hands, 'fr') }, FR)
	);
	await run
		.getByRole('button', {
			name: m.activity_hands_more({ option: m.activity_hands_for({}, FR) }, FR)
		})
		.click();
	expect(await told()).toBe('');
	await counts.nth(0).fill('٤١ صوتاً');
	await expect(run.getByText(m.common_number_read({ number: '41' }, FR))).toBeVisible();
	await counts.nth(1).fill('7');
	await run
		.getByRole('button', {
			name: m.activity_hands_more({ option: m.activity_hands_against({}, FR) }, FR)
		})
		.click();
	await expect(counts.nth(1)).toHaveValue('8');
	await expect(run.getByText(m.activity_hands_total({ count: '49' }, FR))).toBeVisible();
	await run.getByRole('button', { name: m.activity_hands_save({}, FR) }).click();
	for (const page of [phone, screen]) {
		await expect(page.locator('li', { hasText: m.activity_hands_for({}, AR) })).toContainText('41');
		await expect(page.getByText(m.activity_hands_open({}, AR))).toBeVisible();
		await expectAccessible(page);
	}
	await expectNarrow(phone);

	await counts.nth(0).fill('2500');
	await run.getByRole('button', { name: m.activity_hands_correct({}, FR) }).click();
	await expect(run.locator('.banner')).toBeVisible();
	await expect(counts.nth(0)).toHaveValue('2500');
	await counts.nth(0).fill('2');
	await run.getByRole('button', { name: m.activity_hands_correct({}, FR) }).click();
	for (const page of [phone, screen])
		await expect(page.locator('li', { hasText: m.activity_hands_for({}, AR) })).toContainText('2');
	await expect(phone.getByText(m.activity_hands_total({ count: '10' }, AR))).toBeVisible();
	await expectAccessible(run);
	await expectNarrow(run);
	await run.context().addCookies([{ name: 'tachawor_language', value: 'ar', url: origin }]);
	await run.reload();
	await expect(run.getByText(m.activity_hands_counted({}, AR))).toBeVisible();
	await expectNarrow(run);
	await hall.close();
});

test('[HA3] counts that are not saved are asked about, come back, and are not saved in a closed hall', async ({
	browser
}) => {
	const hall = await openHall();
	const { app } = hall.server;
	const { workshopId } = hall.workshop;
	const words = (fr: string) => ({ fr, ar: fr });
	const before = await app.workshops.get(hall.lead, workshopId);
	const poll = await app.agenda.add(hall.lead, workshopId, before.version, {
		kind: 'hands',
		title: words('Qui est pour ?'),
		shortTitle: {},
		prompt: {},
		durationMinutes: 10,
		parameters: {
			options: [
				{ id: 'O1', text: words('Pour') },
				{ id: 'O2', text: words('Contre') }
			]
		}
	});
	const { version } = await app.stage.get(hall.lead, workshopId);
	await app.stage.openActivity(hall.lead, workshopId, poll, version);

	const run = await hall.enterAsLead(browser, 'run');
	const counts = run.locator('.stepper input');
	const dialog = run.getByRole('dialog');
	const unsaved = run.getByText(m.activity_state_unsaved({}, FR));
	await expect(run.getByText(m.common_connected({}, FR), { exact: true })).toBeVisible();
	await expect(unsaved).toHaveCount(0);
	await counts.nth(0).fill('14');
	await counts.nth(1).fill('3');
	await expect(unsaved).toBeVisible();

	// By the button before, and by the agenda.
	await run.getByRole('button', { name: m.run_previous({}, FR) }).click();
	await expect(dialog).toContainText(m.run_unsaved({}, FR));
	await dialog.getByRole('button', { name: m.common_cancel({}, FR) }).click();
	await askToOpen(run, 'Présentation');
	await expect(dialog).toContainText(m.run_unsaved({}, FR));
	await dialog.getByRole('button', { name: m.run_open_activity({}, FR) }).click();
	await expect(counts).toHaveCount(0);
	await askToOpen(run, 'Qui est pour');
	await expect(dialog).not.toContainText(m.run_unsaved({}, FR));
	await dialog.getByRole('button', { name: m.run_open_activity({}, FR) }).click();
	await expect(counts.nth(0)).toHaveValue('14');
	await run.reload();
	await expect(counts.nth(1)).toHaveValue('3');
	await expect(unsaved).toBeVisible();

	await run.getByRole('button', { name: m.run_next_close_hall({}, FR) }).click();
	await expect(dialog).toContainText(m.run_unsaved({}, FR));
	await dialog.getByRole('button', { name: m.run_close_hall({}, FR) }).click();
	await expect(run.getByText(m.activity_state_closed({}, FR))).toBeVisible();
	await expect(run.getByRole('button', { name: m.activity_hands_save({}, FR) })).toHaveCount(0);
	await expect(counts.nth(0)).toBeDisabled();
	await expect(counts.nth(0)).toHaveValue('14');

	const closed = await app.workshops.get(hall.lead, workshopId);
	await app.workshops.openHall(hall.lead, workshopId, closed.version);
	await run.getByRole('button', { name: m.activity_hands_save({}, FR) }).click();
	await expect(run.getByText(m.activity_hands_counted({}, FR))).toBeVisible();
	await expect(unsaved).toHaveCount(0);
	await hall.close();
});
