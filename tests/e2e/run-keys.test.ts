import { expect, test, type Page } from '@playwright/test';
import { addNote } from '#lib/board/board-doc.ts';
import { m } from '#lib/paraglide/messages.js';
import { expectReachedByTab } from '../support/browser/page-checks.ts';
import { openHall, type Hall } from '../support/workshops/participant-hall.ts';

const FR = { locale: 'fr' } as const;
let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
	await hall.open(1);
});
test.afterEach(() => hall.close());

const written = (count: number) =>
	hall.server.app.rooms.change('board', hall.workshop.boardIds[1] ?? '', null, (doc) => {
		for (let index = 0; index < count; index++)
			addNote(doc, {
				pseudonym: 'somebodyelse0000',
				columnId: 'S',
				text: `فكرة ${String(index)}`,
				at: 1_000 + index
			});
	});

/** What has the focus, in words; `body` where nothing has it. */
const focused = (page: Page) =>
	page.evaluate(() => {
		const at = document.activeElement;
		return !at || at === document.body ? 'body' : (at.ariaLabel ?? at.textContent.trim());
	});

test('[KB2] the next step, the time and closing are pressed by key, also on an Arabic layout', async ({
	browser
}) => {
	const page = await hall.enterAsLead(browser, 'run');
	const pause = page.getByRole('button', { name: m.run_pause({}, FR), exact: true });
	await expect(page.getByText(m.run_newest_first({}, FR))).toBeVisible();
	await expect(pause).toBeVisible();
	const main = page.getByRole('main');
	await main.focus();
	// As an Arabic layout writes the key that carries K.
	await main.dispatchEvent('keydown', { key: 'ن', code: 'KeyK', ctrlKey: true, bubbles: true });
	const resume = page.getByRole('button', { name: m.run_resume({}, FR), exact: true });
	await expect(resume).toBeVisible();
	await expect.poll(() => focused(page)).not.toBe('body');
	await page.keyboard.press('Control+k');
	await expect(pause).toBeVisible();
	const before = await timeLeft(page);
	await page.keyboard.press('Control+ArrowUp');
	await expect.poll(() => timeLeft(page)).toBeGreaterThan(before + 30);
	await page.keyboard.press('Control+Shift+Enter');
	await expect(page.getByRole('button', { name: m.run_open_writing({}, FR) })).toBeVisible();
	await expect(pause).toHaveCount(0);
	await page.keyboard.press('Control+Enter');
	await expect
		.poll(
			async () => (await hall.server.app.stage.get(hall.lead, hall.workshop.workshopId)).activityId
		)
		.toBe(hall.workshop.activityIds[2]);
});

test('[KB3] sixty notes, a day of lines and all buttons are eight stops before the next step', async ({
	browser
}) => {
	await written(60);
	const page = await hall.enterAsLead(browser, 'run');
	await expect(page.locator('.note').nth(20)).toBeVisible();
	await expectReachedByTab(page, { byTabAlone: true });
	await page.reload();
	await expect(page.locator('.note').nth(20)).toBeVisible();
	await expectReachedByTab(page);
	// From the agenda’s one stop the arrows go through its lines.
	const lines = page.getByRole('navigation', { name: m.run_agenda({}, FR) }).getByRole('link');
	await lines.nth(1).focus();
	await page.keyboard.press('ArrowDown');
	await expect(lines.nth(2)).toBeFocused();
	await page.keyboard.press('Home');
	await expect(lines.nth(0)).toBeFocused();
	expect(
		await lines.evaluateAll(
			(all) => all.filter((line) => (line as HTMLElement).tabIndex === 0).length
		)
	).toBe(1);
});

test('[KB4] the focus never falls to the page’s body', async ({ browser }) => {
	await written(3);
	const page = await hall.enterAsLead(browser, 'run');
	const notes = page.locator('.note');
	await expect(notes).toHaveCount(3);
	const settled = async (what: string) => {
		await expect.poll(() => focused(page), { message: what }).not.toBe('body');
	};
	// A note that is deleted with its menu.
	await notes.first().getByRole('button').click();
	await page.getByRole('menuitem', { name: m.run_note_delete({}, FR) }).click();
	await expect(notes).toHaveCount(2);
	await settled('a note was deleted');
	// The last one, with which the whole list goes.
	for (const left of [1, 0]) {
		await notes.first().getByRole('button').click();
		await page.getByRole('menuitem', { name: m.run_note_delete({}, FR) }).click();
		await expect(notes).toHaveCount(left);
		await settled('the list went');
	}
	// A menu that is closed, a dialog that is, and a button that gives way to another.
	await page.getByRole('button', { name: m.run_hall_open({}, FR) }).click();
	await page.keyboard.press('Escape');
	await settled('a menu was closed');
	await page.getByRole('button', { name: m.run_hall_open({}, FR) }).click();
	await page.getByRole('menuitem', { name: m.run_close_hall({}, FR) }).click();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	await settled('a dialog was closed');
	await page.getByRole('button', { name: m.run_close_writing({}, FR) }).focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('button', { name: m.run_open_writing({}, FR) })).toBeVisible();
	await settled('a button gave way');
	// Another page: its content.
	await page.getByRole('link', { name: m.proposals_title({}, FR), exact: true }).click();
	await page.waitForURL('**/proposals');
	await settled('another page came');
	await expect(page.getByRole('main')).toBeFocused();
});

/** Seconds on the clock. */
async function timeLeft(page: Page): Promise<number> {
	const digits = (await page.getByRole('timer').textContent()) ?? '';
	const [minutes = 0, seconds = 0] = (/(\d+):(\d+)/.exec(digits) ?? []).slice(1).map(Number);
	return minutes * 60 + seconds;
}
