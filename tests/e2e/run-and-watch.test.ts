import { expect, test } from '@playwright/test';
import { m } from '#lib/paraglide/messages.js';
import { openHall } from '../support/workshops/participant-hall.ts';

const FR = { locale: 'fr' } as const;
const AR = { locale: 'ar' } as const;

test('[PP2] an observer is told when writing has ended, and nothing of dots that they have not', async ({
	browser
}) => {
	const hall = await openHall();
	await hall.open(1);
	const { page } = await hall.enter(browser, { category: 2 });
	await expect(page.getByText(m.participant_watching_text({}, AR))).toBeVisible();
	await hall.closeWriting();
	await expect(page.getByText(m.participant_watching_closed({}, AR))).toBeVisible();
	const voteId = await hall.openVote(['ماء', 'طرق']);
	const late = (await hall.enter(browser)).page;
	const none = m.votes_dots_of_yours({ count: 0 }, AR);
	for (const phone of [page, late]) {
		await expect(phone.getByRole('heading', { name: 'ماء' })).toBeVisible();
		await expect(phone.getByText(none)).toHaveCount(0);
	}
	await hall.endVote(voteId);
	await expect(page.getByText(m.votes_ended_text({}, AR))).toBeVisible();
	await expect(page.getByText(none)).toHaveCount(0);
	await hall.close();
});

test('[RN14] a published vote without notes of its own offers none to show', async ({
	browser
}) => {
	const hall = await openHall();
	const { app } = hall.server;
	const { workshopId } = hall.workshop;
	const run = await hall.enterAsLead(browser, 'run');
	const show = run.getByRole('button', { name: m.run_show_board({}, FR) });
	const first = await hall.openVote(['Eau', 'Routes']);
	await hall.publishVote(first);
	await expect(show).toBeVisible();

	const { version } = await app.workshops.get(hall.lead, workshopId);
	const id = await app.agenda.add(hall.lead, workshopId, version, {
		kind: 'vote',
		title: { fr: 'Vote seul' },
		shortTitle: {},
		prompt: {},
		durationMinutes: 10,
		parameters: {}
	});
	const stage = await app.stage.get(hall.lead, workshopId);
	const alone = await app.votes.openVote(hall.lead, workshopId, id, stage.version);
	await hall.publishVote(alone);
	await expect(run.getByRole('button', { name: m.run_next_close_hall({}, FR) })).toBeVisible();
	await expect(show).toHaveCount(0);
	await hall.close();
});

test('[SC8] a join code of wide letters fits its card, in the middle', async ({ browser }) => {
	const hall = await openHall();
	const { app, origin } = hall.server;
	const { workshopId } = hall.workshop;
	const screen = await (await browser.newContext({ locale: 'ar-MA' })).newPage();
	for (const code of ['WWMMWW', 'JJJ222']) {
		await app.db
			.updateTable('workshop')
			.set({ join_code: code })
			.where('id', '=', workshopId)
			.execute();
		await screen.goto(
			`${origin}/screen/${await app.workshops.createScreenLink(hall.lead, workshopId)}`
		);
		for (const [width, height] of [
			[1280, 720],
			[1366, 768],
			[1920, 1080]
		] as const) {
			await screen.setViewportSize({ width, height });
			const gaps = () =>
				screen.evaluate(() => {
					const code = document.querySelector('.card .code')!;
					const words = document.createRange();
					words.selectNodeContents(code);
					const card = code.parentElement!;
					const text = words.getBoundingClientRect();
					const around = card.getBoundingClientRect();
					const padding = parseFloat(getComputedStyle(card).paddingLeft);
					// The room after the last letter belongs to no letter.
					const after = parseFloat(getComputedStyle(code).letterSpacing);
					const left = text.left - around.left;
					const right = around.right - (text.right - after);
					return {
						inside: Math.min(left, right) >= padding - 1,
						aside: Math.abs(left - right) <= 2
					};
				});
			await expect.poll(gaps).toEqual({ inside: true, aside: true });
		}
	}
	await hall.close();
});

test('[RN15] an item of proposals leads to their page, then the agenda goes on', async ({
	browser
}) => {
	const hall = await openHall();
	const { app } = hall.server;
	const { workshopId } = hall.workshop;
	const { version } = await app.workshops.get(hall.lead, workshopId);
	const id = await app.agenda.add(hall.lead, workshopId, version, {
		kind: 'proposals',
		title: { fr: 'Rédaction' },
		shortTitle: {},
		prompt: {},
		durationMinutes: 10,
		parameters: {}
	});
	const stage = await app.stage.get(hall.lead, workshopId);
	await app.stage.openActivity(hall.lead, workshopId, id, stage.version);

	const run = await hall.enterAsLead(browser, 'run');
	const middle = run.getByRole('main');
	for (const [name, page] of [
		[m.proposals_title({}, FR), 'proposals'],
		[m.plan_title({}, FR), 'plan'],
		[m.export_title({}, FR), 'export']
	] as const)
		await expect(middle.getByRole('link', { name, exact: true })).toHaveAttribute(
			'href',
			`/workshops/${workshopId}/${page}`
		);
	await run.getByRole('button', { name: m.run_next_propose({}, FR) }).click();
	await run.waitForURL('**/proposals');
	await app.proposals.create(hall.lead, workshopId, {
		text: { fr: 'Un label' },
		clusterIds: [],
		noteKeys: []
	});
	await run
		.getByRole('link', { name: m.common_back_to_run({}, FR) })
		.first()
		.click();
	await expect(run.getByRole('button', { name: m.run_next_close_hall({}, FR) })).toBeVisible();
	await hall.close();
});
