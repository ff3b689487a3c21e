import { expect, test } from '@playwright/test';
import { drawnOrder } from '../support/browser/drawn-order.ts';
import { openHall, write, type Hall } from '../support/workshops/participant-hall.ts';

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
});
test.afterEach(() => hall.close());

/** Each with the number in it, which is read from the left on paper. */
const LINES = [
	['الهاتف 0535-62-00-00', '0535-62-00-00'],
	['رقمنا 05 35 62 00 00', '05 35 62 00 00'],
	['القانون التنظيمي 111-14', '111-14'],
	['الفترة 2025-2028', '2025-2028'],
	['بين 10–20 شخصا', '10–20']
] as const;

test('[TX18] numbers of several parts stand in their order on phones and on the run page', async ({
	browser
}) => {
	await hall.open(1);
	const writer = await hall.enter(browser);
	await expect(writer.page.getByRole('heading', { name: 'ما نقط القوة والضعف؟' })).toBeVisible();
	const run = await hall.enterAsLead(browser, 'run');
	for (const [text, number] of LINES) {
		await write(writer, text);
		const [word = ''] = text.split(' ');
		for (const page of [writer.page, run]) {
			const note = page.locator('.note .t', { hasText: word });
			await expect(note).toBeVisible();
			expect(await drawnOrder(note, number, number)).toBe(number);
		}
	}
});
