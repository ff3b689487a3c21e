import { expect, test } from '@playwright/test';
import { addNote } from '#lib/board/board-doc.ts';
import { addCluster } from '#lib/board/clusters-doc.ts';
import { ACCOUNT_COOKIE } from '#lib/server/auth/cookies.ts';
import { openHall, write, type Hall } from '../support/workshops/participant-hall.ts';

const NOTES = 300;
let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
	await hall.open(1);
	const { app } = hall.server;
	const { groupingId, boardIds } = hall.workshop;
	await app.rooms.change('board', boardIds[1] ?? '', null, (doc) => {
		const begun = Date.now() - NOTES * 1_000;
		for (let index = 1; index <= NOTES; index++)
			addNote(doc, {
				pseudonym: 'somebodyelse0000',
				columnId: 'S',
				text: `بطاقة رقم ${index}. ${'ضعف التسويق الرقمي. '.repeat(index % 7)}`,
				at: begun + index * 1_000
			});
	});
	await app.rooms.change('clusters', groupingId, null, (doc) => {
		addCluster(doc, { fr: 'Financement' }, []);
	});
});
test.afterEach(() => hall.close());

test('[LB2] a phone draws of a long list what is near the view, own notes first, and jumps nowhere', async ({
	browser
}) => {
	const phone = await hall.enter(browser);
	const { page } = phone;
	const others = page.getByRole('list', { name: 'بطاقات الآخرين' }).getByRole('listitem');
	await expect(others.first()).toContainText(`بطاقة رقم ${NOTES}.`);
	await expect(others.first()).toHaveAttribute('aria-setsize', String(NOTES));
	await write(phone, 'فكرتي أنا');
	await expect(page.getByRole('listitem').first()).toContainText('فكرتي أنا');
	expect(await page.locator('.note').count()).toBeLessThan(40);

	const list = page.getByRole('region', { name: 'نقاط القوة' });
	await list.focus();
	// The list may turn out longer than was thought while its end is drawn.
	await expect(async () => {
		await page.keyboard.press('End');
		await expect(others.last()).toHaveAttribute('aria-posinset', String(NOTES), { timeout: 500 });
	}).toPass();
	await expect(others.last()).toContainText('بطاقة رقم 1.');
	expect(await page.locator('.note').count()).toBeLessThan(40);
	const moved = await list.evaluate(async (scroller) => {
		let most = 0;
		for (let step = 0; step < 20; step++) {
			const at = (y: number) => document.elementFromPoint(180, y)?.closest('[data-row]');
			const note = at(400) ?? at(430);
			if (!note) throw new Error('The list is empty there.');
			const before = note.getBoundingClientRect().top;
			scroller.scrollBy(0, -200);
			for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
			most = Math.max(most, Math.abs(note.getBoundingClientRect().top - before - 200));
		}
		return most;
	});
	expect(moved, 'pixels that a note in view moved by itself').toBeLessThan(2);
});

test('[CL6] forty notes are picked with Shift, moved in one step, taken back and brought again by keys', async ({
	browser
}) => {
	const { app, origin } = hall.server;
	const { workshopId, facilitatorId } = hall.workshop;
	const { token } = await app.sessions.create(facilitatorId);
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	await context.addCookies([
		{ name: ACCOUNT_COOKIE, value: token, url: origin },
		{ name: 'tachawor_language', value: 'fr', url: origin }
	]);
	const page = await context.newPage();
	await page.goto(`${origin}/workshops/${workshopId}/clusters`);
	const lane = page.locator('.loose');
	const note = (number: number) => lane.locator('.note', { hasText: `بطاقة رقم ${number}.` });
	await note(1).click();
	await expect(async () => {
		await lane.evaluate((scroller) => scroller.scrollBy(0, 400));
		await expect(note(40)).toBeVisible({ timeout: 100 });
	}).toPass();
	// The note that has the focus stays, so that keys go on from it.
	await expect(note(1).getByRole('checkbox')).toBeFocused();
	await note(40).click({ modifiers: ['Shift'] });
	await expect(page.getByText('40 cartes sélectionnées')).toBeVisible();
	await page.getByRole('button', { name: 'Mettre dans…' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Financement' }).click();
	await expect(page.getByText('40 cartes mises dans « Financement »')).toBeVisible();
	await expect(page.getByText('260 cartes non classées sur 300')).toBeVisible();
	await page.keyboard.press('Control+z');
	await expect(page.getByText('300 cartes non classées sur 300')).toBeVisible();
	await page.keyboard.press('Control+Shift+Z');
	await expect(page.getByText('260 cartes non classées sur 300')).toBeVisible();
	await lane.evaluate((scroller) => scroller.scrollTo(0, 0));
	await note(41).click();
	await page.keyboard.press('Control+a');
	await expect(page.getByText('260 cartes sélectionnées')).toBeVisible();
});
