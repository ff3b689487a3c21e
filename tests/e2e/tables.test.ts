import { expect, test } from '@playwright/test';
import { expectAccessible, expectNarrow } from '../support/browser/page-checks.ts';
import { openHall, write, type Hall, type Phone } from '../support/workshops/participant-hall.ts';

let hall: Hall;
let tables: string[];
test.beforeEach(async () => {
	hall = await openHall();
	const { server, lead, workshop } = hall;
	const table = { kind: 'table', parentId: null, theme: {}, capacity: null } as const;
	tables = [];
	for (const name of ['طاولة الماء', 'طاولة الزيتون'])
		tables.push(
			await server.app.spaces.add(lead, workshop.workshopId, { ...table, name: { ar: name } })
		);
	const activityId = workshop.activityIds[1] ?? '';
	await server.app.boards.divide(lead, workshop.workshopId, activityId, 'table');
	await hall.open(1);
});
test.afterEach(() => hall.close());

async function sit({ actorId }: Phone, table: string | undefined): Promise<void> {
	const { app } = hall.server;
	const { id: participantId } = await app.db
		.selectFrom('participant')
		.select('id')
		.where('actor_id', '=', actorId)
		.executeTakeFirstOrThrow();
	const seat = { participantId, spaceId: table ?? '' };
	await app.spaces.seat(hall.lead, hall.workshop.workshopId, seat);
}

test('[SP5] phones write at their tables, one without a table waits for it, and the screen has nothing of them before the plenary', async ({
	browser
}) => {
	test.setTimeout(120_000);
	const [fatima, paul] = [await hall.enter(browser), await hall.enter(browser, { locale: 'fr' })];
	await sit(fatima, tables[0]);
	await expect(fatima.page.getByText('طاولة الماء')).toBeVisible();
	await write(fatima, 'ماء الري قليل');
	await expect(fatima.page.locator('.note')).toContainText('محفوظة');

	await expect(
		paul.page.getByRole('heading', { name: 'Vous n’avez pas encore de table' })
	).toBeVisible();
	await expect(paul.page.getByText('Le temps d’écriture est terminé')).toHaveCount(0);
	await expect(paul.page.locator('.composer')).toHaveCount(0);
	await expectAccessible(paul.page);

	const screen = await browser.newPage({
		locale: 'ar-MA',
		viewport: { width: 1920, height: 1080 }
	});
	const frames: string[] = [];
	screen.on('websocket', (socket) =>
		socket.on('framereceived', ({ payload }) => frames.push(payload.toString()))
	);
	const { app, origin } = hall.server;
	const token = await app.workshops.createScreenLink(hall.lead, hall.workshop.workshopId);
	await screen.goto(`${origin}/screen/${token}`);
	await expect(screen.getByText('كل طاولة تعمل على لوحتها')).toBeVisible();
	await expect(screen.getByRole('listitem')).toHaveText(['طاولة الماء', 'طاولة الزيتون']);
	await expectAccessible(screen);

	await sit(paul, tables[1]);
	await write(paul, 'Huile sans marque');
	await expect(paul.page.locator('.note')).toHaveCount(1);
	await expect(paul.page.locator('.note')).toContainText('Enregistrée');
	await expect(fatima.page.locator('.note')).toHaveCount(1);
	await expect(screen.getByText('ماء الري قليل')).toHaveCount(0);
	expect(frames.length).toBeGreaterThan(0);
	expect(frames.filter((frame) => /ماء الري|Huile/.test(frame))).toEqual([]);

	const run = await hall.enterAsLead(browser, 'run');
	const boards = run.getByRole('group', { name: 'Tableaux de l’activité' });
	await expect(boards.getByRole('button')).toHaveText([/طاولة الماء\s*1/, /طاولة الزيتون\s*1/]);
	await expect(run.getByText('ماء الري قليل')).toBeVisible();
	await boards.getByRole('button', { name: 'طاولة الزيتون' }).click();
	await expect(run.getByText('Huile sans marque')).toBeVisible();
	await expect(run.getByText('ماء الري قليل')).toHaveCount(0);
	await write(paul, 'Coopérative trop loin');
	await expect(boards.getByRole('button').last()).toHaveText(/2$/);
	await write(fatima, 'الآبار تنضب');
	await expect(boards.getByRole('button').first()).toHaveText(/2$/);
	await expectAccessible(run);
	await expectNarrow(run);
	await run.setViewportSize({ width: 1366, height: 768 });

	await run.getByRole('button', { name: 'Lire toutes les tables' }).click();
	const question = run.getByRole('dialog');
	await question.getByRole('button', { name: 'Lire toutes les tables' }).click();
	const water = screen.getByRole('region', { name: 'طاولة الماء' });
	await expect(water.getByRole('listitem')).toHaveCount(2);
	await expect(water).toContainText('ماء الري قليل');
	await expect(screen.getByRole('region', { name: 'طاولة الزيتون' })).toContainText(
		'Huile sans marque'
	);
	await expect(run.getByRole('button', { name: 'Lire toutes les tables' })).toHaveCount(0);
	await expectAccessible(screen);
	await expectNarrow(screen);
	await expect(fatima.page.locator('.note')).toHaveCount(2);
});

for (const reopened of [false, true])
	test(`[LN13] what was written at a table without a network, before one was moved to another, is handed in${reopened ? ', also by a page opened since' : ''}`, async ({
		browser
	}) => {
		test.setTimeout(120_000);
		const network = await hall.network();
		let fatima = await hall.enter(browser, { origin: network.origin });
		await sit(fatima, tables[0]);
		await write(fatima, 'ماء الري قليل');
		await expect(fatima.page.locator('.note')).toContainText('محفوظة');
		network.cut();
		await expect(fatima.page.locator('.conn')).not.toHaveText('متصل');
		await write(fatima, 'السد فارغ');
		await sit(fatima, tables[1]);
		if (reopened) {
			const address = fatima.page.url();
			await fatima.page.close();
			network.restore();
			fatima = { ...fatima, page: await fatima.context.newPage() };
			await fatima.page.goto(address);
		} else network.restore();

		await expect(fatima.page.getByText('طاولة الزيتون')).toBeVisible();
		const run = await hall.enterAsLead(browser, 'late-notes');
		await expect(run.getByText('السد فارغ')).toBeVisible();
		await expect(fatima.page.locator('.conn')).toHaveText('متصل');
		await write(fatima, 'زيتون بلا سوق');
		await expect(fatima.page.locator('.note')).toHaveCount(1);
		await expect(fatima.page.locator('.note')).toContainText('محفوظة');

		await sit(fatima, tables[0]);
		await expect(fatima.page.getByText('ماء الري قليل')).toBeVisible();
		await write(fatima, 'عدنا إلى الماء');
		await expect(fatima.page.locator('.note', { hasText: 'عدنا' })).toContainText('محفوظة');
	});
