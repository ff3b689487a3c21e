import { expect, test, type Locator, type Page } from '@playwright/test';
import { addNote } from '#lib/board/board-doc.ts';
import { readClusters } from '#lib/board/clusters-doc.ts';
import { m } from '#lib/paraglide/messages.js';
import { expectAccessible } from '../support/browser/page-checks.ts';
import { openHall, type Hall } from '../support/workshops/participant-hall.ts';

const FR = { locale: 'fr' } as const;
const AR = { locale: 'ar' } as const;
const NOTES = 100;

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
	await hall.open(2);
	const board = hall.workshop.boardIds[2]!;
	await hall.server.app.rooms.change('board', board, null, (doc) => {
		for (let number = 1; number <= NOTES; number++)
			addNote(doc, {
				pseudonym: 'somebodyelse0000',
				columnId: 'S',
				text: `Besoin ${number} : des pistes, de l’eau et un marché couvert au village`,
				at: Date.now() - (NOTES - number) * 1_000
			});
	});
	await hall.closeWriting();
});
test.afterEach(() => hall.close());

const clusters = () =>
	hall.server.app.rooms.read('clusters', hall.workshop.groupingId, (doc) =>
		readClusters(doc).map(({ title }) => title.fr)
	);

/** The notes that stand wholly in the window. */
async function wholeNotes(page: Page): Promise<{ x: number; y: number }[]> {
	return page.locator('.loose .note').evaluateAll((notes) =>
		notes.flatMap((note) => {
			const { left, right, top, bottom } = note.getBoundingClientRect();
			const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
			const seen = top >= 0 && bottom <= innerHeight && note.contains(at);
			return seen ? [{ x: left, y: top }] : [];
		})
	);
}

async function openDesk(page: Page): Promise<Locator> {
	const notes = page.locator('.loose .note');
	await expect(notes.first()).toBeVisible();
	await expect(page.getByText(m.common_saved({}, FR), { exact: true })).toBeVisible();
	return notes;
}

test('[CL11] a hundred loose notes stand in columns over the width, and can be seen twice as large', async ({
	browser
}) => {
	const page = await hall.enterAsLead(browser, 'clusters');
	await openDesk(page);
	await expect.poll(async () => (await wholeNotes(page)).length).toBeGreaterThanOrEqual(20);
	const lanes = new Set((await wholeNotes(page)).map(({ x }) => Math.round(x)));
	expect(lanes.size).toBeGreaterThanOrEqual(4);
	await expectAccessible(page);
	// What a window of 1366 × 768 holds at 200 %.
	await page.setViewportSize({ width: 683, height: 384 });
	await expect.poll(async () => (await wholeNotes(page)).length).toBeGreaterThanOrEqual(2);
	await expectAccessible(page);
});

test('[CL12] notes are sorted by keys: one Tab stop, arrows, Space, N for a new cluster, Enter for the last used one', async ({
	browser
}) => {
	const page = await hall.enterAsLead(browser, 'clusters');
	const notes = await openDesk(page);
	const loose = page.locator('.loose');
	const focused = () =>
		page.evaluate(() => document.activeElement?.closest('.note')?.textContent.trim());
	expect(await loose.locator('input[type="checkbox"][tabindex="0"]').count()).toBe(1);
	await page.getByRole('button', { name: m.clusters_select_all({ count: NOTES }, FR) }).focus();
	await page.keyboard.press('Tab');
	const first = await focused();
	await page.keyboard.press('ArrowRight');
	expect(await focused()).not.toBe(first);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Space');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Space');
	await expect(page.getByText(m.clusters_selected({ count: 2 }, FR))).toBeVisible();

	// As the Arabic layout writes it.
	await page.evaluate(() =>
		document.activeElement?.dispatchEvent(
			new KeyboardEvent('keydown', { key: 'ى', code: 'KeyN', bubbles: true, cancelable: true })
		)
	);
	await expect(page.locator('.panel [name="title.fr"]')).toBeFocused();
	await page.keyboard.type('Eau et pistes');
	await expect(page.getByRole('heading', { level: 3, name: 'Eau et pistes' })).toBeVisible();
	await expect(page.getByText(m.clusters_last({}, FR), { exact: true })).toBeVisible();

	await notes.first().getByRole('checkbox').focus();
	await page.keyboard.press('Enter');
	await expect(
		page.getByText(m.clusters_put_in({ count: 1, title: 'Eau et pistes' }, FR))
	).toBeVisible();
	// The focus goes on to a note beside it, so that the next key works too.
	await expect.poll(focused).toMatch(/^Atouts|Besoin/);
	await page.keyboard.press('Enter');
	await expect(
		page.getByText(m.clusters_loose_of({ count: NOTES - 4, total: NOTES }, FR))
	).toBeVisible();
	await page.keyboard.press('Control+z');
	await expect(
		page.getByText(m.clusters_loose_of({ count: NOTES - 3, total: NOTES }, FR))
	).toBeVisible();
});

test('[CL12] the button makes a new cluster whose name takes what is typed', async ({
	browser
}) => {
	const page = await hall.enterAsLead(browser, 'clusters');
	await openDesk(page);
	await page.getByRole('button', { name: m.clusters_new({}, FR) }).click();
	await page.keyboard.type('Marchés');
	await expect(page.getByRole('heading', { level: 3, name: 'Marchés' })).toBeVisible();
	await expect.poll(clusters).toEqual(['Marchés']);
});

test('[SC9] the hall sees clusters form on its screen, once a facilitator lets it', async ({
	browser
}) => {
	const { app, origin } = hall.server;
	const page = await hall.enterAsLead(browser, 'clusters');
	const notes = await openDesk(page);
	const context = await browser.newContext({
		viewport: { width: 1920, height: 1080 },
		locale: 'fr-MA'
	});
	const screen = await context.newPage();
	const token = await app.workshops.createScreenLink(hall.lead, hall.workshop.workshopId);
	await screen.goto(`${origin}/screen/${token}`);
	await page.getByRole('button', { name: m.clusters_follow({}, FR) }).click();
	await expect(
		screen.getByRole('heading', { name: m.screen_clusters_title({}, FR) })
	).toBeVisible();
	await expect(screen.getByText(m.screen_clusters_waiting({ count: NOTES }, FR))).toBeVisible();

	await notes.first().click();
	await page
		.getByRole('button', { name: m.clusters_new({}, FR) })
		.first()
		.click();
	await page.keyboard.type('Eau');
	await notes.nth(1).getByRole('checkbox').focus();
	await page.keyboard.press('Enter');
	await expect(screen.getByRole('heading', { level: 2, name: 'Eau' })).toBeVisible();
	await expect(screen.getByText(m.screen_clusters_waiting({ count: NOTES - 2 }, FR))).toBeVisible();
	await expect(screen.getByText(m.screen_clusters_last({ title: 'Eau' }, FR))).toBeVisible();
	await expectAccessible(screen);
	await page.getByRole('button', { name: m.clusters_follow({}, FR) }).click();
	await expect(screen.getByRole('heading', { name: m.screen_clusters_title({}, FR) })).toHaveCount(
		0
	);
});

test('[VO22] a voter opens a cluster on the ballot and reads its notes', async ({ browser }) => {
	const phone = (await hall.enter(browser)).page;
	await hall.openVote(['الماء', 'الطرق']);
	await phone
		.getByRole('button', {
			name: m.participant_vote_read({ title: 'الماء', notes: m.note_count({ count: 1 }, AR) }, AR)
		})
		.click();
	const dialog = phone.getByRole('dialog', { name: 'الماء' });
	await expect(dialog.getByRole('listitem')).toHaveCount(1);
	await expect(dialog.getByRole('listitem')).toContainText('الماء');
	await expectAccessible(phone);
	await dialog.getByRole('button', { name: m.common_close({}, AR) }).click();
	await expect(phone.getByRole('button', { name: m.participant_vote_cast({}, AR) })).toBeVisible();
});
