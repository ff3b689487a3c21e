import { expect, test } from '@playwright/test';
import { sql } from 'kysely';
import { m } from '#lib/paraglide/messages.js';
import { expectAccessible, expectNarrow } from '../support/browser/page-checks.ts';
import { openHall, write, type Hall } from '../support/workshops/participant-hall.ts';

const FR = { locale: 'fr' } as const;
const AR = { locale: 'ar' } as const;

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
	await hall.open(1);
});
test.afterEach(() => hall.close());

test('[ST2] [ST3] on a disk that cannot be written a note waits on its phone, facilitators are told, and it is saved by itself', async ({
	browser
}) => {
	const { db } = hall.server.app;
	const fatima = await hall.enter(browser);
	const paul = await hall.enter(browser, { category: 1, locale: 'fr' });
	const lead = await hall.enterAsLead(browser, 'run');
	await write(fatima, 'قبل الامتلاء');
	await expect(paul.page.locator('.note', { hasText: 'قبل' })).toBeVisible();

	await sql`pragma query_only = on`.execute(db);
	await write(fatima, 'بعد الامتلاء');
	await expect(lead.getByText(m.run_storage_read_only({}, FR))).toBeVisible();
	await expect(fatima.page.getByText(m.error_storage_read_only({}, AR))).toBeVisible();
	const late = fatima.page.locator('.note', { hasText: 'بعد' });
	await expect(late).toBeVisible();
	await expect(late).not.toContainText('محفوظة');
	await expect(paul.page.locator('.note', { hasText: 'قبل' })).toBeVisible();
	await expect(paul.page.locator('.note', { hasText: 'بعد' })).toHaveCount(0);
	await expectAccessible(lead);
	await expectNarrow(lead);
	await expectAccessible(fatima.page);
	await expectNarrow(fatima.page);

	await sql`pragma query_only = off`.execute(db);
	await expect(paul.page.locator('.note', { hasText: 'بعد' })).toBeVisible({ timeout: 20_000 });
	await expect(late).toContainText('محفوظة');
	await expect(lead.getByText(m.run_storage_read_only({}, FR))).toHaveCount(0);
	await expect(fatima.page.getByText(m.error_storage_read_only({}, AR))).toHaveCount(0);
});
