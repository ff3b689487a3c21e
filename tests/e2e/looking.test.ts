import { expect, test, type Page } from '@playwright/test';
import { addNote } from '#lib/board/board-doc.ts';
import { m } from '#lib/paraglide/messages.js';
import { openHall, type Hall } from '../support/workshops/participant-hall.ts';

const FR = { locale: 'fr' } as const;
let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
});
test.afterEach(() => hall.close());

const line = (run: Page, words: string) =>
	run.getByRole('navigation', { name: m.run_agenda({}, FR) }).getByRole('link', { name: words });
const stage = () => hall.server.app.stage.get(hall.lead, hall.workshop.workshopId);

test('[RN16] a facilitator reads an earlier activity without moving the hall, then shows it, then opens it again', async ({
	browser
}) => {
	await hall.open(1);
	await hall.server.app.rooms.change('board', hall.workshop.boardIds[1] ?? '', null, (doc) => {
		addNote(doc, { pseudonym: 'somebodyelse0000', columnId: 'S', text: 'نقص التكوين', at: 1_000 });
	});
	await hall.open(2);
	const phone = await hall.enter(browser);
	const run = await hall.enterAsLead(browser, 'run');
	const note = run.locator('.note', { hasText: 'نقص التكوين' });
	const before = await stage();
	await line(run, 'Diagnostic').or(line(run, 'atouts')).first().click();
	await expect(note).toBeVisible();
	await expect(run.getByText(m.run_look_at({}, FR))).toBeVisible();
	// It is read: its menu leads to the history and changes nothing.
	await note.getByRole('button').click();
	await expect(run.getByRole('menuitem')).toHaveCount(1);
	await run.keyboard.press('Escape');
	expect((await stage()).version).toBe(before.version);
	await expect(phone.page.locator('.composer textarea')).toBeVisible();

	// Back by the browser's own button, and there again.
	await run.goBack();
	await expect(note).toHaveCount(0);
	await run.goForward();
	await expect(note).toBeVisible();
	await run.getByRole('button', { name: m.run_look_back({}, FR) }).click();
	await expect(note).toHaveCount(0);
	await line(run, 'Diagnostic').or(line(run, 'atouts')).first().click();

	// Shown, it stands in the hall as it was left.
	await run.getByRole('button', { name: m.run_look_show({}, FR) }).click();
	const dialog = run.getByRole('dialog');
	await dialog.getByRole('button', { name: m.run_look_show({}, FR) }).click();
	await expect(phone.page.locator('.note', { hasText: 'نقص التكوين' })).toBeVisible();
	await expect(phone.page.locator('.composer textarea')).toHaveCount(0);
	const shown = await stage();
	expect(shown.activityId).toBe(hall.workshop.activityIds[1]);
	expect(shown.timer).toBeNull();
	expect(shown.boards.some(({ open }) => open)).toBe(false);
	await expect(run.getByText(m.run_look_at({}, FR))).toHaveCount(0);

	// Opening again is another act.
	await hall.open(2);
	await line(run, 'Diagnostic').or(line(run, 'atouts')).first().click();
	await run.getByRole('button', { name: m.run_look_reopen({}, FR) }).click();
	await dialog.getByRole('button', { name: m.run_open_activity({}, FR) }).click();
	await expect(phone.page.locator('.composer textarea')).toBeVisible();
});

test('[RN16] what was not opened says so, and the result of a vote is read from elsewhere', async ({
	browser
}) => {
	await hall.open(2);
	const voteId = await hall.openVote(['التكوين', 'التسويق']);
	await hall.othersVote(voteId);
	await hall.endVote(voteId);
	await hall.publishVote(voteId);
	await hall.open(0);
	const run = await hall.enterAsLead(browser, 'run');
	await line(run, 'Besoins').click();
	await run.getByRole('button', { name: m.run_results({}, FR) }).click();
	await expect(run.getByText(m.run_voted({ voted: 4, count: 4 }, FR))).toBeVisible();
	// Nothing here changes what documents name.
	await expect(run.getByRole('button', { name: m.run_cite({}, FR) })).toHaveCount(0);
	await line(run, 'Diagnostic').or(line(run, 'atouts')).first().click();
	await expect(run.getByText(m.run_look_nothing({}, FR))).toBeVisible();
	await expect(run.getByRole('button', { name: m.run_look_show({}, FR) })).toHaveCount(0);
	await expect(run.getByRole('button', { name: m.run_open_activity({}, FR) })).toBeVisible();
});

test('[RN17] the headline of presence counts who is connected, and what is missing is amber only once the room fills', async ({
	browser
}) => {
	await hall.open(1);
	const run = await hall.enterAsLead(browser, 'run');
	const presence = run.getByRole('complementary', { name: m.run_presence({}, FR) });
	await expect(presence).toContainText(m.run_here_now({ count: 0 }, FR));
	await expect(presence.locator('.care')).toHaveCount(0);
	const phone = await hall.enter(browser);
	await expect(presence).toContainText(m.run_here_now({ count: 1 }, FR));
	await phone.context.close();
	await expect(presence).toContainText(m.run_here_now({ count: 0 }, FR));
	// Never more of those who are awaited than are awaited.
	await expect(presence).not.toContainText(/\d+\s*sur\s*\d+/);
});
