import { expect, test, type Page } from '@playwright/test';
import { addNote } from '#lib/board/board-doc.ts';
import { addCluster } from '#lib/board/clusters-doc.ts';
import { addAction, addAxis, addObjective } from '#lib/board/plan-doc.ts';
import { openHall, write, type Hall } from '../support/workshops/participant-hall.ts';

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
	await hall.open(1);
});
test.afterEach(() => hall.close());

/** Presses Ctrl with the key that carries a Latin Z, on an Arabic layout: what has the focus hears of it. */
async function pressArabic(page: Page, shiftKey = false): Promise<void> {
	await page.evaluate(
		(held) =>
			(document.activeElement ?? document.body).dispatchEvent(
				new KeyboardEvent('keydown', {
					key: held ? '~' : 'ئ',
					code: 'KeyZ',
					ctrlKey: true,
					shiftKey: held,
					bubbles: true,
					cancelable: true
				})
			),
		shiftKey
	);
}

test('[KB1] on an Arabic layout the phone takes back one’s own step and does it again', async ({
	browser
}) => {
	const phone = await hall.enter(browser);
	const note = phone.page.locator('.note', { hasText: 'فكرتي' });
	await write(phone, 'فكرتي');
	await expect(note).toContainText('محفوظة');
	await phone.page.locator('section.list').focus();
	await pressArabic(phone.page);
	await expect(note).toHaveCount(0);
	await pressArabic(phone.page, true);
	await expect(note).toHaveCount(1);
	// What is being typed has an undo of its own.
	await phone.page.locator('.composer textarea').focus();
	await pressArabic(phone.page);
	await expect(note).toHaveCount(1);
});

test('[KB1] on an Arabic layout the clusters page takes a note out of its cluster and puts it back', async ({
	browser
}) => {
	await hall.server.app.rooms.change('board', hall.workshop.boardIds[1] ?? '', null, (doc) => {
		addNote(doc, { pseudonym: 'somebodyelse0000', columnId: 'S', text: 'نقص التكوين', at: 1_000 });
	});
	await hall.server.app.rooms.change('clusters', hall.workshop.groupingId, null, (doc) => {
		addCluster(doc, { fr: 'Compétences' }, []);
	});
	const page = await hall.enterAsLead(browser, 'clusters');
	const loose = page.locator('.loose .note');
	await loose.first().click();
	await page.getByRole('button', { name: 'Mettre dans…' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Compétences' }).click();
	await expect(loose).toHaveCount(0);
	await page.getByRole('main').focus();
	await pressArabic(page);
	await expect(loose).toHaveCount(1);
	await pressArabic(page, true);
	await expect(loose).toHaveCount(0);
});

test('[KB1] on an Arabic layout the plan takes back that an action was removed', async ({
	browser
}) => {
	await hall.server.app.rooms.change('plan', hall.workshop.planId, null, (doc) => {
		const objective = addObjective(doc, addAxis(doc, { fr: 'Marchés' }), { fr: 'Vendre' });
		addAction(doc, { fr: 'Créer un label' }, { code: '1.1.1', objectiveId: objective });
	});
	const page = await hall.enterAsLead(browser, 'plan');
	const action = page.getByRole('link', { name: 'Créer un label' });
	await expect(action).toBeVisible();
	await page.getByRole('button', { name: 'Retirer l’action du plan' }).click();
	await expect(action).toHaveCount(0);
	await page.getByRole('main').focus();
	await pressArabic(page);
	await expect(action).toBeVisible();
	await pressArabic(page, true);
	await expect(action).toHaveCount(0);
});
