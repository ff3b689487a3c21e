import { expect, test, type Page, type WebSocketRoute } from '@playwright/test';
import { readNotes } from '#lib/board/board-doc.ts';
import type { CuttableNetwork } from '../support/sockets/cuttable-network.ts';
import { openHall, write, type Hall, type Phone } from '../support/workshops/participant-hall.ts';
import type { NotesParameters } from '#lib/domain/activities/notes.ts';

let hall: Hall;
let network: CuttableNetwork;
test.beforeEach(async () => {
	hall = await openHall();
	network = await hall.network();
	await hall.open(1);
});
test.afterEach(() => hall.close());

const activityId = (): string => hall.workshop.activityIds[1] ?? '';
const board = (): string => hall.workshop.boardIds[1] ?? '';
const noteOn = (page: Page, text: string) => page.locator('.note', { hasText: text });

async function enter(browser: Parameters<Hall['enter']>[0]): Promise<Phone> {
	const phone = await hall.enter(browser, { origin: network.origin });
	await expect(phone.page.locator('.conn')).toHaveText('متصل');
	return phone;
}

/** The page can be had again without the network. */
async function pageIsKept(page: Page): Promise<void> {
	await expect
		.poll(() => page.evaluate(async () => Boolean(await caches.match(location.pathname))))
		.toBe(true);
}

test('[OF1] the page is the same for everybody, sets no cookie, and may be kept', async ({
	browser
}) => {
	const { context } = await enter(browser);
	const address = `${network.origin}/w/${hall.workshop.workshopId}`;
	const own = await context.request.get(address, { headers: { 'accept-language': 'fr' } });
	const nobody = await fetch(address, { headers: { cookie: 'tachawor_language=en' } });
	expect(await own.text()).toBe(await nobody.text());
	expect(own.headers()['cache-control']).toBe('private, max-age=604800');
	expect([own.headers()['set-cookie'], nobody.headers.get('set-cookie')]).toEqual([
		undefined,
		null
	]);
	const facts = await context.request.get(
		`${network.origin}/api/workshops/${hall.workshop.workshopId}/participant`
	);
	expect(facts.headers()['cache-control']).toContain('no-store');
	expect(facts.headers()['set-cookie']).toBeUndefined();
});

test('[OF7] two tabs of one phone write without the network, and a reload of both loses nothing', async ({
	browser
}) => {
	const one = await enter(browser);
	await write(one, 'قبل القطع');
	await expect(noteOn(one.page, 'قبل القطع')).toContainText('محفوظة');
	const other = { ...one, page: await one.context.newPage() };
	await other.page.goto(one.page.url());
	await expect(other.page.locator('.conn')).toHaveText('متصل');
	await pageIsKept(other.page);
	network.cut();
	await write(one, 'من اللسان الأول');
	await write(other, 'من اللسان الثاني');
	for (const { page } of [one, other]) {
		// Each shows what the other one wrote, too.
		await expect(page.getByText('تنتظر الشبكة')).toHaveCount(2);
		await page.reload();
		await expect(page.getByText('تنتظر الشبكة')).not.toHaveCount(0);
	}
	network.restore();
	for (const { page } of [one, other]) {
		for (const text of ['قبل القطع', 'من اللسان الأول', 'من اللسان الثاني'])
			await expect(noteOn(page, text)).toContainText('محفوظة');
		await expect(page.locator('.note')).toHaveCount(3);
	}
});

test('[OF15] what a tab wrote without the network leaves with another one after it was closed', async ({
	browser
}) => {
	const one = await enter(browser);
	await write(one, 'قبل القطع');
	await expect(noteOn(one.page, 'قبل القطع')).toContainText('محفوظة');
	const other = { ...one, page: await one.context.newPage() };
	await other.page.goto(one.page.url());
	await expect(other.page.locator('.conn')).toHaveText('متصل');
	network.cut();
	await write(other, 'من لسان يُغلق');
	await expect(noteOn(one.page, 'من لسان يُغلق')).toContainText('تنتظر الشبكة');
	await other.page.close();
	network.restore();
	await expect(noteOn(one.page, 'من لسان يُغلق')).toContainText('محفوظة');
	await expect(one.page.locator('.note')).toHaveCount(2);
});

test('[OF7] each tab keeps what it was writing over a reload, a duplicated one too; after both were closed all is offered', async ({
	browser
}) => {
	const { page: one, context } = await enter(browser);
	const field = (page: Page) => page.locator('.composer textarea');
	await field(one).fill('من الأول');
	// As browsers do it for a tab that is duplicated: what the session keeps is copied.
	const opened = context.waitForEvent('page');
	await one.evaluate(() => void window.open(location.href));
	const other = await opened;
	await expect(noteOn(other, 'من الأول')).toBeVisible();
	await expect(field(other)).toHaveValue('');
	await field(other).fill('من الثاني');
	for (const page of [one, other]) await page.reload();
	await expect(field(one)).toHaveValue('من الأول');
	await expect(field(other)).toHaveValue('من الثاني');
	for (const page of [one, other]) await page.close();
	const later = await context.newPage();
	await later.goto(`${network.origin}/w/${hall.workshop.workshopId}`);
	await expect(later.locator('.conn')).toHaveText('متصل');
	const inField = await field(later).inputValue();
	const offered = inField === 'من الأول' ? 'من الثاني' : 'من الأول';
	expect(['من الأول', 'من الثاني']).toContain(inField);
	await noteOn(later, offered).getByRole('button', { name: 'أضفها' }).click();
	await expect(noteOn(later, offered)).toContainText('محفوظة');
	await later.locator('.composer .btn.primary').click();
	await expect(noteOn(later, inField)).toContainText('محفوظة');
	await expect(later.locator('.note')).toHaveCount(2);
});

test('[OF7] words that another tab added are not left in the one that wrote them', async ({
	browser
}) => {
	const { page: one, context } = await enter(browser);
	await one.locator('.composer textarea').fill('مرة واحدة');
	const other = await context.newPage();
	await other.goto(one.url());
	await noteOn(other, 'مرة واحدة').getByRole('button', { name: 'أضفها' }).click();
	await expect(noteOn(other, 'مرة واحدة')).toContainText('محفوظة');
	await expect(one.locator('.composer textarea')).toHaveValue('');
	await expect(other.locator('.note')).toHaveCount(1);
});

test('[OF8] a browser without a database keeps the words all the same', async ({ browser }) => {
	const phone = await enter(browser);
	const { page } = phone;
	await phone.context.addInitScript(() =>
		Object.defineProperty(window, 'indexedDB', { value: undefined })
	);
	await page.reload();
	await expect(page.locator('.conn')).toHaveText('متصل');
	await pageIsKept(page);
	network.cut();
	await write(phone, 'بلا قاعدة بيانات');
	await expect(noteOn(page, 'بلا قاعدة بيانات')).toContainText('تنتظر الشبكة');
	await page.reload();
	await expect(noteOn(page, 'بلا قاعدة بيانات')).toContainText('تنتظر الشبكة');
	network.restore();
	await expect(noteOn(page, 'بلا قاعدة بيانات')).toContainText('محفوظة');
	await expect(page.locator('.note')).toHaveCount(1);
});

test('[OF9] clocks jump, and each person’s notes stay in the order in which they wrote them', async ({
	browser
}) => {
	const phone = await enter(browser);
	const { page } = phone;
	network.cut();
	const texts = ['الأولى', 'الثانية', 'الثالثة', 'الرابعة'];
	for (const [index, text] of texts.entries()) {
		await page.clock.setSystemTime(Date.now() + ([0, 3_600_000, -7_200_000, 60_000][index] ?? 0));
		await write(phone, text);
		await expect(noteOn(page, text)).toHaveCount(1);
	}
	network.restore();
	for (const text of texts) await expect(noteOn(page, text)).toContainText('محفوظة');
	const notes = await hall.server.app.rooms.read('board', board(), readNotes);
	expect(notes.map(({ text }) => text)).toEqual(texts);
});

test('[OF10] words that the server refuses are kept with the reason, and go again', async ({
	browser
}) => {
	const phone = await enter(browser);
	const { page } = phone;
	await write(phone, 'محفوظة من قبل');
	await expect(noteOn(page, 'محفوظة من قبل')).toContainText('محفوظة ');
	network.cut();
	await write(phone, 'في عمود أُزيل');
	const { db } = hall.server.app;
	const { parameters } = await db
		.selectFrom('activity')
		.select('parameters')
		.where('id', '=', activityId())
		.executeTakeFirstOrThrow();
	const notes = JSON.parse(parameters) as NotesParameters;
	const setColumns = (columns: NotesParameters['columns']) =>
		db
			.updateTable('activity')
			.set({ parameters: JSON.stringify({ ...notes, columns }) })
			.where('id', '=', activityId())
			.execute();
	await setColumns(notes.columns.slice(1));
	network.restore();
	await expect(page.locator('.note.refused')).toContainText('لم تُقبل.');
	await expect(page.locator('.note.refused')).toHaveCount(1);
	await expect(noteOn(page, 'محفوظة من قبل')).toContainText('بطاقتي');
	await page.reload();
	await expect(page.locator('.note.refused')).toContainText('في عمود أُزيل');
	await setColumns(notes.columns);
	await page.reload();
	await expect(page.locator('.conn')).toHaveText('متصل');
	await page.getByRole('button', { name: 'أعد الإرسال' }).click();
	await expect(page.locator('.note.refused')).toHaveCount(0);
	await expect(noteOn(page, 'في عمود أُزيل')).toContainText('بطاقتي');
	await expect(page.locator('.note')).toHaveCount(2);
});

test('[OF12] a replica that the server cannot follow is given up after three times, and its words are kept', async ({
	browser
}) => {
	let current: WebSocketRoute | undefined;
	let refusals = 0;
	const { page, context, actorId } = await enter(browser);
	const phone = { page: await context.newPage(), context, actorId };
	await page.close();
	await phone.page.routeWebSocket(/\/sync\/board\./, (socket) => {
		if (refusals > 0 && refusals < 4) {
			refusals++;
			// As the room answers what builds on what it lacks.
			socket.onMessage(() => void socket.close({ code: 4509 }));
			return;
		}
		current = socket;
		socket.connectToServer();
	});
	await phone.page.goto(`${network.origin}/w/${hall.workshop.workshopId}`);
	await expect(phone.page.locator('.conn')).toHaveText('متصل');
	await write(phone, 'عند الخادم');
	await expect(noteOn(phone.page, 'عند الخادم')).toContainText('محفوظة');
	refusals = 1;
	await current?.close({ code: 4503 });
	await write(phone, 'على الهاتف وحده');
	await expect(noteOn(phone.page, 'على الهاتف وحده')).toContainText('لم تُقبل.');
	expect(refusals).toBe(4);
	await expect(noteOn(phone.page, 'عند الخادم')).toContainText('محفوظة');
	await phone.page.getByRole('button', { name: 'أعد الإرسال' }).click();
	await expect(noteOn(phone.page, 'على الهاتف وحده')).toContainText('محفوظة');
	await expect(phone.page.locator('.note')).toHaveCount(2);
});

test('[OF13] an unfinished change of a note outlives a reload, and the end of the session', async ({
	browser
}) => {
	const phone = await enter(browser);
	const { page, actorId } = phone;
	await write(phone, 'فكرة أولى');
	await expect(noteOn(page, 'فكرة أولى')).toContainText('محفوظة');
	await noteOn(page, 'فكرة أولى').getByText('فكرة أولى').click();
	await page.getByLabel('نص بطاقتي').fill('فكرة أولى أوضح');
	await page.reload();
	await expect(page.getByLabel('نص بطاقتي')).toHaveValue('فكرة أولى أوضح');
	await hall.server.app.sessions.revokeAll(actorId);
	hall.server.app.rooms.signOut(actorId);
	await expect(page.getByRole('heading', { name: 'انتهت جلستك على هذا الهاتف' })).toBeVisible();
	await expect(noteOn(page, 'فكرة أولى أوضح')).toBeVisible();
	// [OF4]
	await page.reload();
	await expect(noteOn(page, 'فكرة أولى أوضح')).toBeVisible();
});
