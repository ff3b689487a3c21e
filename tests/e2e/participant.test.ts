import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openHall, write, type Hall } from '../support/workshops/participant-hall.ts';

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
});
test.afterEach(() => hall.close());

test('[PP1] the page follows the stage without a reload, and late comers land on the step', async ({
	browser
}) => {
	const early = await hall.enter(browser);
	await expect(early.page.getByRole('heading', { name: 'أنت في الورشة' })).toBeVisible();
	await hall.open(0);
	await expect(early.page.getByRole('heading', { name: 'عرض التصور' })).toBeVisible();
	await hall.open(1);
	await expect(early.page.getByRole('heading', { name: 'ما نقط القوة والضعف؟' })).toBeVisible();
	const late = await hall.enter(browser, { locale: 'fr' });
	await expect(late.page.getByRole('heading', { name: 'Quels atouts' })).toBeVisible();
	await hall.closeWriting();
	await expect(late.page.getByText('Le temps d’écriture est terminé.')).toBeVisible();
	await expect(late.page.locator('.composer')).toHaveCount(0);
});

test('[PP2] an observing person sees the prompt and no notes', async ({ browser }) => {
	await hall.open(1);
	const press = await hall.enter(browser, { category: 2 });
	await expect(press.page.getByRole('heading', { name: 'ما نقط القوة والضعف؟' })).toBeVisible();
	await expect(press.page.getByRole('tab')).toHaveCount(0);
	await expect(press.page.locator('.composer')).toHaveCount(0);
});

test('[PP7] notes appear on other phones at once, each in its own direction', async ({
	browser
}) => {
	await hall.open(1);
	const fatima = await hall.enter(browser);
	const paul = await hall.enter(browser, { category: 1, locale: 'fr' });
	await write(fatima, '@ODCO توحيد المساطر');
	await expect(fatima.page.locator('.note', { hasText: 'توحيد' })).toContainText('محفوظة');
	await write(paul, 'Salon régional de l’ESS');
	await write(paul, 'ⵜⴰⵎⵙⵙⵓⵏⵜ ⵏ ⵜⵎⵓⵔⵜ');
	await expect(paul.page.locator('.note .t', { hasText: 'توحيد' })).toHaveAttribute('dir', 'rtl');
	for (const text of ['Salon', 'ⵜⴰⵎⵙⵙⵓⵏⵜ'])
		await expect(fatima.page.locator('.note .t', { hasText: text })).toHaveAttribute('dir', 'ltr');
	await expect(fatima.page.getByRole('tab', { selected: true })).toContainText('3');
	await expect(fatima.page.getByText('بطاقتان جديدتان')).toBeAttached();
});

test('[PP8] one’s own note is edited, moved and deleted, and undo brings it back', async ({
	browser
}) => {
	await hall.open(1);
	const phone = await hall.enter(browser, { locale: 'fr' });
	const { page } = phone;
	await write(phone, 'Première idée');
	const note = page.locator('.note', { hasText: 'idée' });
	await note.getByText('Première idée').click();
	await page.getByLabel('Texte de ma carte').fill('Deuxième idée');
	await page.getByRole('button', { name: 'Enregistrer' }).click();
	await expect(note.locator('.t')).toHaveText('Deuxième idée');
	await note.getByRole('button', { name: 'Options de la carte' }).click();
	await page.getByRole('menuitem', { name: 'Faiblesses' }).click();
	await expect(note).toHaveCount(0);
	await page.getByRole('tab', { name: 'Faiblesses' }).click();
	await expect(note).toContainText('Enregistrée');
	await note.getByRole('button', { name: 'Options de la carte' }).click();
	await page.getByRole('menuitem', { name: 'Supprimer' }).click();
	await expect(note).toHaveCount(0);
	await page.getByRole('status').getByRole('button', { name: 'Annuler l’action' }).click();
	await expect(note).toContainText('Enregistrée');
});

test('[OF14] one’s own steps are taken back and done again, by touch and by key', async ({
	browser
}) => {
	await hall.open(1);
	const phone = await hall.enter(browser);
	const { page } = phone;
	await write(phone, 'أولى');
	const note = page.locator('.note', { hasText: 'أولى' });
	await expect(note).toContainText('محفوظة');
	const steps = page.getByRole('group', { name: 'خطواتي' });
	await steps.getByRole('button', { name: 'تراجع' }).click();
	await expect(note).toHaveCount(0);
	await steps.getByRole('button', { name: 'أعد' }).click();
	await expect(note).toContainText('محفوظة');
	await page.locator('section.list').focus();
	await page.keyboard.press('Control+z');
	await expect(note).toHaveCount(0);
	await page.keyboard.press('Control+Shift+z');
	await expect(note).toContainText('محفوظة');
	await page.reload();
	await expect(note).toHaveCount(1);
});

test('[PP9] without the network a phone goes on writing, says so, and its notes arrive', async ({
	browser
}) => {
	await hall.open(1);
	const network = await hall.network();
	const away = await hall.enter(browser, { origin: network.origin });
	const other = await hall.enter(browser, { category: 1 });
	await expect(away.page.locator('.conn')).toHaveText('متصل');
	network.cut();
	await expect(away.page.getByText('واصل الكتابة')).toBeVisible();
	await write(away, 'كُتبت بلا شبكة');
	const note = away.page.locator('.note', { hasText: 'كُتبت بلا شبكة' });
	await expect(note).toContainText('تنتظر الشبكة');
	network.restore();
	await expect(note).toContainText('محفوظة');
	await expect(other.page.getByText('كُتبت بلا شبكة')).toHaveCount(1);
});

test('[PP10] words that come after writing was closed are handed in, admitted or left, and never refused', async ({
	browser
}) => {
	await hall.open(1);
	const network = await hall.network();
	const away = await hall.enter(browser, { origin: network.origin });
	const { page } = away;
	await expect(page.locator('.conn')).toHaveText('متصل');
	network.cut();
	for (const text of ['وصلت متأخرة', 'ومثلها', 'وثالثة']) await write(away, text);
	await page.locator('.composer textarea').fill('لم تكتمل بعد');
	await hall.closeWriting();
	network.restore();
	const late = page.locator('.note', { hasText: 'وصلت متأخرة' });
	await expect(late).toContainText('سُلّمت للميسّر');
	await expect(page.locator('.note .state', { hasText: 'سُلّمت للميسّر' })).toHaveCount(3);
	await expect(page.locator('.note.refused')).toHaveCount(0);
	const unfinished = page.locator('.note', { hasText: 'لم تكتمل بعد' });
	await unfinished.getByRole('button', { name: 'سلّمها للميسّر' }).click();
	await expect(unfinished).toContainText('وصلت');
	await page.reload();
	await expect(late).toContainText('قرار الميسّر');
	const { app } = hall.server;
	const { workshopId } = hall.workshop;
	const waiting = await app.lateNotes.list(hall.lead, workshopId);
	expect(waiting.map(({ text }) => text)).toEqual([
		'وصلت متأخرة',
		'ومثلها',
		'وثالثة',
		'لم تكتمل بعد'
	]);
	await app.lateNotes.admit(hall.lead, workshopId, waiting.slice(0, 1));
	await app.lateNotes.leave(hall.lead, workshopId, waiting.slice(1, 2));
	await expect(late).toContainText('أُضيفت');
	await expect(late).toHaveCount(1);
	await expect(page.locator('.note', { hasText: 'ومثلها' })).toContainText('لم تُضف');
});

test('[PP11] what is being written stays over a reload, and a text too long loses nothing', async ({
	browser
}) => {
	await hall.open(1);
	const phone = await hall.enter(browser);
	await expect(phone.page.locator('.conn')).toHaveText('متصل');
	const field = phone.page.locator('.composer textarea');
	await field.fill('نصف فكرة');
	await phone.page.reload();
	await expect(field).toHaveValue('نصف فكرة');
	await write(phone, 'ف'.repeat(601));
	await expect(phone.page.getByText('النص أطول بحرف واحد')).toBeVisible();
	await expect(phone.page.locator('.problem')).toContainText('600');
	await expect(field).toHaveValue('ف'.repeat(601));
	await expect(phone.page.locator('.note')).toHaveCount(0);
});

test('[PP12] dots keep to cap and budget, stay over a reload, and are found in the result', async ({
	browser
}) => {
	await hall.open(2);
	const { page } = await hall.enter(browser);
	const voteId = await hall.openVote(['التمويل', 'التسويق', 'التكوين']);
	const slots = (title: string) => page.getByRole('group', { name: title }).getByRole('button');
	await slots('التمويل').nth(0).click();
	await slots('التمويل').nth(1).click();
	await slots('التسويق').nth(0).click();
	await expect(page.getByText('لم تبق نقط', { exact: true })).toBeVisible();
	await slots('التكوين').nth(0).click();
	await expect(page.getByText('خذ واحدة من مجموعة')).toBeVisible();
	await page.reload();
	await expect(slots('التمويل').nth(1)).toHaveAttribute('aria-pressed', 'true');
	await page.getByRole('button', { name: 'سجّل تصويتي' }).click();
	await expect(page.getByRole('button', { name: 'سُجّل تصويتك' })).toBeVisible();
	await hall.othersVote(voteId);
	await hall.endVote(voteId);
	await expect(page.getByText('انتهى التصويت')).toBeVisible();
	await expect(page.getByRole('button', { name: 'سُجّل تصويتك' })).toHaveCount(0);
	await hall.publishVote(voteId);
	await expect(page.getByText('بطاقة تصويتك ضمن النتيجة')).toBeVisible();
	await expect(page.getByRole('heading', { name: 'ما الذي وضعناه في المقدمة؟' })).toBeVisible();
	await expect(page.locator('.rows li').first()).toContainText('التمويل');
	await expect(page.locator('.rows li').first()).toContainText('نقطتان منك');
});

test('[VO2] a vote that goes on in another activity is reached from the one the hall is at', async ({
	browser
}) => {
	await hall.open(2);
	const { page } = await hall.enter(browser);
	const voteId = await hall.openVote(['التمويل', 'التسويق']);
	await expect(page.getByRole('group', { name: 'التمويل' })).toBeVisible();
	await hall.open(1);
	await expect(page.locator('.composer textarea')).toBeVisible();
	await page.getByRole('button', { name: 'صوّت', exact: true }).click();
	await page.getByRole('group', { name: 'التمويل' }).getByRole('button').first().click();
	await page.getByRole('button', { name: 'سجّل تصويتي' }).click();
	await expect(page.getByRole('button', { name: 'سُجّل تصويتك' })).toBeVisible();
	await hall.endVote(voteId);
	// What is looked at is gone: the phone is where the hall is.
	await expect(page.locator('.composer textarea')).toBeVisible();
	await expect(page.getByRole('button', { name: 'صوّت', exact: true })).toHaveCount(0);
});

test('[VO13] of few voters no result is told, and the phone says why', async ({ browser }) => {
	await hall.open(2);
	const { page } = await hall.enter(browser);
	const voteId = await hall.openVote(['التمويل', 'التسويق']);
	await page.getByRole('group', { name: 'التمويل' }).getByRole('button').first().click();
	await page.getByRole('button', { name: 'سجّل تصويتي' }).click();
	await hall.publishVote(voteId);
	await expect(page.getByText('صوّت عدد قليل')).toBeVisible();
	await expect(page.locator('.rows li')).toHaveCount(0);
});

test('[PP13] a session that was revoked says so, keeps the words in sight and leads back', async ({
	browser
}) => {
	await hall.open(1);
	const { page, actorId } = await hall.enter(browser);
	await expect(page.locator('.conn')).toHaveText('متصل');
	await hall.server.app.sessions.revokeAll(actorId);
	hall.server.app.rooms.signOut(actorId);
	await expect(page.getByRole('heading', { name: 'انتهت جلستك على هذا الهاتف' })).toBeVisible();
	await expect(page.getByRole('link', { name: 'انضم من جديد' })).toHaveAttribute(
		'href',
		`/join/${hall.workshop.joinCode}`
	);
});

test('[PP15] on a plain-http address of the hall’s network notes are saved', async ({
	playwright
}) => {
	await hall.open(1);
	const { app, origin } = hall.server;
	const lan = origin.replace('127.0.0.1', '192.168.43.1');
	app.origins.set([origin, lan]);
	const browser = await playwright.chromium.launch({
		args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP 192.168.43.1 127.0.0.1'],
		...(process.env.CHROMIUM_PATH && { executablePath: process.env.CHROMIUM_PATH })
	});
	const phone = await hall.enter(browser, { origin: lan });
	expect(await phone.page.evaluate(() => isSecureContext)).toBe(false);
	await expect(phone.page.locator('.conn')).toHaveText('متصل');
	await write(phone, 'فكرة من القاعة');
	await expect(phone.page.locator('.note')).toContainText('محفوظة');
	await phone.page.reload();
	await expect(phone.page.locator('.note')).toContainText('فكرة من القاعة');
	await browser.close();
});

for (const locale of ['ar', 'fr', 'en'] as const)
	test(`[PP14] axe finds nothing and nothing is wider than a phone, in ${locale}`, async ({
		browser
	}) => {
		const phone = await hall.enter(browser, { locale });
		const check = async (): Promise<void> => {
			const { violations } = await new AxeBuilder({ page: phone.page }).analyze();
			expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
			expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
		};
		await expect(phone.page.locator('.conn')).not.toHaveClass(/off/);
		await check();
		await hall.open(1);
		await write(phone, 'Une idée');
		await expect(phone.page.locator('.note')).toBeVisible();
		await check();
		const voteId = await hall.openVote(['التمويل', 'التسويق']);
		await expect(phone.page.locator('.slots').first()).toBeVisible();
		await check();
		await hall.othersVote(voteId);
		await hall.publishVote(voteId);
		await expect(phone.page.locator('.rows li')).toHaveCount(2);
		await check();
	});

test('[PP16] a person leaves on a shared phone, is told what is on it alone, and the next one joins', async ({
	browser
}) => {
	await hall.open(1);
	const { page } = await hall.enter(browser);
	await page.locator('.composer textarea').fill('فكرة لم تضف بعد');
	await page.getByRole('button', { name: /من 3/ }).click();
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByRole('button', { name: 'Français' })).toBeVisible();
	await dialog.getByRole('button', { name: 'لست أنا؟ غادر على هذا الهاتف' }).click();
	await expect(dialog.getByText('على هذا الهاتف وحده')).toBeVisible();
	expect((await new AxeBuilder({ page }).include('dialog[open]').analyze()).violations).toEqual([]);
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBeLessThanOrEqual(360);
	await dialog.getByRole('button', { name: 'ابق' }).click();
	await dialog.getByRole('button', { name: 'لست أنا؟ غادر على هذا الهاتف' }).click();
	await dialog.getByRole('button', { name: 'غادر', exact: true }).click();
	await page.waitForURL(`**/join/${hall.workshop.joinCode}`);
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await page.goto(`${hall.server.origin}/w/${hall.workshop.workshopId}`);
	await page.waitForURL('**/join');
});
