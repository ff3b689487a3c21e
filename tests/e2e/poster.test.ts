import { expect, test, type Browser, type Page } from '@playwright/test';
import { m } from '#lib/paraglide/messages.js';
import { expectAccessible, expectLanguage, expectNarrow } from '../support/browser/page-checks.ts';
import { PHONE } from '../support/browser/visitor.ts';
import { openHall, type Hall } from '../support/workshops/participant-hall.ts';

const AR = { locale: 'ar' } as const;
const FR = { locale: 'fr' } as const;
const WIFI = { network: 'Atelier-Fes', password: 'pole2025fes' };

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
	await hall.open(1);
});
test.afterEach(() => hall.close());

const codeOf = async () =>
	(await hall.server.app.workshops.get(hall.lead, hall.workshop.workshopId)).joinCode;

async function invitation(browser: Browser): Promise<Page> {
	return hall.enterAsLead(browser, 'prepare/invite');
}

test('[WI4] the poster has the hall’s Wi-Fi, then how to join, in both languages on one sheet', async ({
	browser
}) => {
	const page = await invitation(browser);
	await page.getByLabel(m.prepare_wifi_network({}, FR)).fill(WIFI.network);
	await page.getByLabel(m.prepare_wifi_password({}, FR)).fill('court');
	await page.getByRole('button', { name: m.prepare_wifi_save({}, FR) }).click();
	const password = page.getByLabel(m.prepare_wifi_password({}, FR));
	await expect(password).toHaveAttribute('aria-invalid', 'true');
	await expectAccessible(page);
	await password.fill(WIFI.password);
	await page.getByRole('button', { name: m.prepare_wifi_save({}, FR) }).click();
	await expect(page.getByText(m.prepare_wifi_saved({}, FR))).toBeVisible();
	await page.getByRole('link', { name: m.prepare_poster({}, FR) }).click();

	const poster = page.getByRole('main');
	for (const text of [
		...Object.values(WIFI),
		await codeOf(),
		new URL(hall.server.origin).host,
		m.poster_wifi({}, FR),
		m.poster_wifi({}, AR),
		m.poster_in_hall({}, FR),
		m.poster_no_phone({}, AR)
	])
		await expect(poster).toContainText(text);
	for (const name of [m.poster_wifi_qr({}, FR), m.prepare_qr_title({}, FR)])
		await expect(poster.getByRole('img', { name })).toBeVisible();
	await expectAccessible(page);
	await page.setViewportSize(PHONE);
	await expectNarrow(page);

	await page
		.context()
		.addCookies([{ name: 'tachawor_language', value: 'ar', url: hall.server.origin }]);
	await page.reload();
	await expectLanguage(page, 'ar');
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('button', { name: m.prepare_poster({}, AR) })).toBeHidden();
	const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
	expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
});

test('[WI4] the longest titles and passwords stand whole on the sheet, in three languages too', async ({
	browser
}) => {
	const { app, origin } = hall.server;
	const { workshopId } = hall.workshop;
	const { version, ...basics } = await app.workshops.get(hall.lead, workshopId);
	const long = { en: 'Consultation workshop for the plan '.repeat(6).slice(0, 200) };
	const described = { ...basics, title: long, venue: long };
	const wifi = { network: 'W'.repeat(32), password: 'M'.repeat(63) };
	const changed = await app.workshops.update(hall.lead, workshopId, version, described);
	const named = await app.workshops.setHallWifi(hall.lead, workshopId, changed.version, wifi);
	await app.workshops.setAdmission(hall.lead, workshopId, named.version, 'tickets');
	const page = await hall.enterAsLead(browser, 'poster');
	await page.emulateMedia({ media: 'print' });
	for (const value of ['en', 'fr'] as const) {
		await page.context().addCookies([{ name: 'tachawor_language', value, url: origin }]);
		await page.reload();
		await expectLanguage(page, value);
		const [end, notes] = await Promise.all([
			page.getByText(m.poster_then_ticket({}, { locale: value })).boundingBox(),
			page.getByRole('main').getByRole('list').boundingBox()
		]);
		expect(end!.y + end!.height).toBeLessThanOrEqual(notes!.y);
	}
});

test('[WI4] without a network there is one step, without a number; by ticket, no code that lets nobody in', async ({
	browser
}) => {
	const page = await invitation(browser);
	await page.getByRole('radio', { name: m.prepare_admission_tickets({}, FR) }).check();
	await page.getByRole('button', { name: m.prepare_admission_save({}, FR), exact: true }).click();
	await expect(page.getByText(m.prepare_admission_saved({}, FR))).toBeVisible();
	await page.getByRole('link', { name: m.prepare_poster({}, FR) }).click();
	const poster = page.getByRole('main');
	await expect(poster).toContainText(m.join_needed_title({}, FR));
	await expect(poster).toContainText(m.poster_then_ticket({}, FR));
	await expect(poster).not.toContainText(await codeOf());
	await expect(poster.getByText('1', { exact: true })).toHaveCount(0);
	await expect(poster.getByText('2', { exact: true })).toHaveCount(0);
	await expect(poster).not.toContainText(m.poster_wifi({}, FR));
	await expectAccessible(page);
});
