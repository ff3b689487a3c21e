import { expect, test } from '@playwright/test';
import { addNote } from '#lib/board/board-doc.ts';
import { addCluster } from '#lib/board/clusters-doc.ts';
import { m } from '#lib/paraglide/messages.js';
import { expectAccessible } from '../support/browser/page-checks.ts';
import { openHall } from '../support/workshops/participant-hall.ts';

const FR = { locale: 'fr' } as const;
const AR = { locale: 'ar' } as const;
const WORDS = ['Eau', 'Des pistes plus larges', 'Un marché couvert'];

test('[VO20] a vote on clusters without a name is asked about, and its options can be read', async ({
	browser
}) => {
	const hall = await openHall();
	const { app, origin } = hall.server;
	const { workshopId, groupingId } = hall.workshop;
	const board = hall.workshop.boardIds[2]!;
	await hall.open(2);
	const keys: string[] = [];
	await app.rooms.change('board', board, null, (doc) => {
		for (const text of WORDS)
			keys.push(
				addNote(doc, { pseudonym: 'nobodysnotes0000', columnId: 'S', text, at: Date.now() })
			);
	});
	await hall.closeWriting();
	await app.rooms.change('clusters', groupingId, hall.lead.id, (doc) => {
		for (const [index, key] of keys.entries())
			addCluster(doc, index === 0 ? { fr: 'Eau' } : {}, [{ board, key }]);
	});

	const run = await hall.enterAsLead(browser, 'run');
	const dialog = run.getByRole('dialog', { name: m.clusters_nameless_title({}, FR) });
	await expect(run.getByText(m.common_connected({}, FR), { exact: true })).toBeVisible();
	await run.getByRole('button', { name: m.run_next_open_vote({}, FR) }).click();
	await expect(dialog).toContainText(m.clusters_nameless_why({ count: 2 }, FR));
	await dialog.getByRole('link', { name: m.clusters_nameless_name({}, FR) }).click();
	await run.waitForURL('**/clusters');

	await expect(run.getByText(m.common_saved({}, FR), { exact: true })).toBeVisible();
	await run.getByRole('button', { name: m.clusters_open_vote({}, FR) }).click();
	await expect(dialog.getByRole('listitem')).toHaveText(WORDS.slice(1));
	await expectAccessible(run);
	await dialog.getByRole('button', { name: WORDS[1]! }).click();
	await expect(run.locator('.panel [name="title.fr"]')).toBeFocused();
	await run.getByRole('button', { name: m.clusters_open_vote({}, FR) }).click();
	await dialog.getByRole('button', { name: m.clusters_nameless_open({}, FR) }).click();
	await run.waitForURL('**/run');

	const phone = (await hall.enter(browser)).page;
	const screen = await (await browser.newContext({ locale: 'fr-MA' })).newPage();
	await screen.goto(
		`${origin}/screen/${await app.workshops.createScreenLink(hall.lead, workshopId)}`
	);
	for (const number of [1, 2]) {
		const title = m.votes_untitled_of({ number }, AR);
		await expect(phone.getByRole('heading', { name: title })).toBeVisible();
		await expect(screen.getByRole('listitem').filter({ hasText: `(${number})` })).toBeVisible();
	}

	// Named afterwards or not, the record tells what was voted on.
	const { vote } = await app.stage.get(hall.lead, workshopId);
	await hall.othersVote(vote!.id);
	await hall.publishVote(vote!.id);
	const { outcome } = await app.votes.results(hall.lead, workshopId, vote!.id);
	expect(outcome?.options.map(({ title }) => title.fr).sort()).toEqual([
		'Eau',
		m.votes_untitled_of({ number: 1 }, FR),
		m.votes_untitled_of({ number: 2 }, FR)
	]);
	await hall.close();
});
