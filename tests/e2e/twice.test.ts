import { expect, test } from '@playwright/test';
import { addAxis, addObjective } from '#lib/board/plan-doc.ts';
import { m } from '#lib/paraglide/messages.js';
import { readZip, wordTextOf } from '../support/files/read-zip.ts';
import { openHall, type Hall } from '../support/workshops/participant-hall.ts';

const FR = { locale: 'fr' } as const;

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
	await hall.server.app.rooms.change('plan', hall.workshop.planId, null, (doc) => {
		addObjective(doc, addAxis(doc, { fr: 'Marchés' }), { fr: 'Vendre' });
	});
});
test.afterEach(() => hall.close());

test('[UI5] a double click makes one proposal, one action and one item of the agenda', async ({
	browser
}) => {
	const { agenda, proposals, plans } = hall.server.app;
	const { workshopId } = hall.workshop;
	const page = await hall.enterAsLead(browser, 'proposals?new');
	await page
		.getByRole('textbox', { name: m.proposals_text({}, FR) })
		.first()
		.fill('Un label');
	await page.getByRole('button', { name: m.proposals_create({}, FR) }).dblclick();
	await page.getByLabel(m.proposals_action_title({}, FR)).fill('Créer un label');
	await page.getByLabel(m.proposals_objective({}, FR)).selectOption({ label: '1.1 Vendre' });
	await page.getByRole('button', { name: m.proposals_add_to_plan({}, FR) }).dblclick();
	await expect(page.getByLabel(m.proposals_action_title({}, FR))).toHaveValue('');
	expect(await proposals.list(hall.lead, workshopId)).toHaveLength(1);
	expect((await plans.read(hall.lead, workshopId)).plan.actions).toHaveLength(1);

	const before = (await agenda.list(hall.lead, workshopId)).length;
	const prepare = await hall.enterAsLead(browser, 'prepare/agenda');
	await prepare.getByRole('button', { name: m.prepare_item_add({}, FR) }).dblclick();
	await expect(prepare.locator('.prog li')).toHaveCount(before + 1);
	await expect(prepare.getByText(m.common_saved({}, FR))).toBeVisible();
	await expect(prepare.getByText(m.error_stale({}, FR))).toHaveCount(0);
});

test('[PL19] a dialog that Escape closes keeps what was typed in it', async ({ browser }) => {
	const page = await hall.enterAsLead(browser, 'plan');
	await page
		.getByRole('button', { name: m.plan_structure({}, FR) })
		.first()
		.click();
	const title = page.getByRole('textbox', { name: m.plan_objective_no({ number: '1.1' }, FR) });
	await title.fill('Exporter');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('dialog')).toHaveCount(0);
	const { plans } = hall.server.app;
	await expect
		.poll(async () => (await plans.read(hall.lead, hall.workshop.workshopId)).plan.objectives)
		.toMatchObject([{ title: { fr: 'Exporter' } }]);
});

test('[CL10] a cluster cannot be renamed while a vote is open, and one with a rank is taken apart after a question', async ({
	browser
}) => {
	const voteId = await hall.openVote(['Eau', 'Routes']);
	const page = await hall.enterAsLead(browser, 'clusters');
	await page.getByRole('button', { name: 'Eau', exact: true }).click();
	const name = page.getByRole('textbox', { name: m.clusters_name({}, FR) }).first();
	await expect(name).not.toBeEditable();
	await hall.othersVote(voteId);
	const told = page.waitForResponse(/clusters\/__data\.json/);
	await hall.publishVote(voteId);
	await told;
	await expect(name).toBeEditable();
	await page.getByRole('button', { name: m.clusters_remove({}, FR) }).click();
	const dialog = page.getByRole('dialog', { name: m.clusters_ranked_remove({}, FR) });
	await expect(dialog).toContainText('Eau');
	await dialog.getByRole('button', { name: m.common_cancel({}, FR) }).click();
	await expect(page.getByRole('button', { name: 'Eau', exact: true })).toBeVisible();
	await page.getByRole('button', { name: m.clusters_remove({}, FR) }).click();
	await dialog.getByRole('button', { name: m.clusters_remove({}, FR) }).click();
	await expect(page.getByRole('button', { name: 'Eau', exact: true })).toHaveCount(0);

	// The other one loses a note: it is asked too, and what stays is said.
	await page.getByRole('button', { name: 'Routes', exact: true }).click();
	await page.locator('.panel .note', { hasText: 'Routes' }).click();
	await page.getByRole('button', { name: m.clusters_take_out({}, FR) }).click();
	const change = page.getByRole('dialog', { name: m.clusters_ranked_change({}, FR) });
	await expect(change).toContainText('Routes');
	await change.getByRole('button', { name: m.clusters_ranked_change_do({}, FR) }).click();
	await expect(page.locator('.panel').getByRole('checkbox')).toHaveCount(0);

	// The result stands as it was given: among the proposals with its rank, and in the documents.
	await page.goto(page.url().replace(/clusters.*/, 'proposals'));
	const gone = page.getByRole('link', { name: /Eau/ });
	await expect(gone).toContainText(m.proposals_rank({ rank: 1 }, FR));
	await expect(gone).toContainText(m.proposals_cluster_gone({}, FR));
	const { app } = hall.server;
	const wanted = { subject: 'report', format: 'docx', locale: 'fr' } as const;
	const made = await app.documents.make(hall.lead, hall.workshop.workshopId, wanted);
	const words = wordTextOf(readZip(made.bytes).get('word/document.xml') ?? '');
	expect(words).toContain(m.document_cluster_gone({}, FR));
});
