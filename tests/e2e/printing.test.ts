import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { addAction, addAxis, addObjective } from '#lib/board/plan-doc.ts';
import { m } from '#lib/paraglide/messages.js';
import { openHall, write, type Hall } from '../support/workshops/participant-hall.ts';

const FR = { locale: 'fr' } as const;

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
});
test.afterEach(() => hall.close());

/** What stands on the sheets that a page is printed on, by sheet; undefined where nothing reads PDF files. */
async function printed(page: Page, landscape = false): Promise<string[] | undefined> {
	const folder = mkdtempSync(join(tmpdir(), 'printed-'));
	try {
		const file = join(folder, 'page.pdf');
		writeFileSync(file, await page.pdf({ format: 'A4', landscape }));
		const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
		return text.split('\f').slice(0, -1);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

for (const landscape of [false, true])
	test(`[UI6] the plan prints whole, ${landscape ? 'on turned' : 'on upright'} paper`, async ({
		browser
	}) => {
		await hall.server.app.rooms.change('plan', hall.workshop.planId, null, (doc) => {
			const objectiveId = addObjective(doc, addAxis(doc, { fr: 'Marchés' }), { fr: 'Vendre' });
			for (const number of [1, 2, 3])
				addAction(
					doc,
					{ fr: `Action numéro ${number}` },
					{
						code: `1.1.${number}`,
						objectiveId,
						description: `Début ${number}\n${'Une ligne de plus.\n'.repeat(60)}Fin ${number}`
					}
				);
		});
		const page = await hall.enterAsLead(browser, 'plan');
		await expect(page.getByRole('heading', { name: /Action numéro 1/ })).toBeVisible();
		await expect(page.getByRole('button', { name: m.plan_remove_action({}, FR) })).toBeVisible();
		const sheets = await printed(page, landscape);
		test.skip(sheets === undefined, 'pdftotext is not installed');
		const text = sheets?.join('\n') ?? '';
		for (const number of [1, 2, 3]) {
			expect(text).toContain(`Action numéro ${number}`);
			expect(text).toContain(`Début ${number}`);
			expect(text).toContain(`Fin ${number}`);
			expect(text.split(`Fin ${number}`)).toHaveLength(2);
		}
		for (const word of [
			m.common_skip_to_content,
			m.plan_remove_action,
			m.plan_structure,
			m.plan_export,
			m.plan_add_field,
			m.plan_priority_choose
		])
			expect(text).not.toContain(word({}, FR));
		// Back on the screen the open action is there alone, to be written in.
		await expect(page.getByRole('heading', { name: /Action numéro/ })).toHaveCount(1);
	});

test('[UI6] on paper the run page has notes and no buttons', async ({ browser }) => {
	await hall.open(1);
	const writer = await hall.enter(browser);
	await expect(writer.page.getByRole('heading', { name: 'ما نقط القوة والضعف؟' })).toBeVisible();
	await write(writer, 'Un marché hebdomadaire');
	const page = await hall.enterAsLead(browser, 'run');
	await expect(page.getByText('Un marché hebdomadaire')).toBeVisible();
	const sheets = await printed(page);
	test.skip(sheets === undefined, 'pdftotext is not installed');
	const text = sheets?.join('\n') ?? '';
	expect(text).toContain('Un marché hebdomadaire');
	expect(text).not.toContain(m.common_skip_to_content({}, FR));
	for (const name of await page.getByRole('button').allInnerTexts())
		if (name.trim().length > 3) expect(text).not.toContain(name.trim());
});

test('[SL2] the attendance on paper has who was awaited by name and boxes to sign in', async ({
	browser
}) => {
	const { app } = hall.server;
	const { workshopId, categoryIds } = hall.workshop;
	await app.tickets.invite(hall.lead, workshopId, [
		{ name: 'Karim Idrissi', organisation: 'Chambre', categoryId: categoryIds[0] ?? null }
	]);
	const page = await hall.enterAsLead(browser, 'attendance');
	await expect(page.getByText('Karim Idrissi').first()).toBeVisible();
	const sheets = await printed(page);
	test.skip(sheets === undefined, 'pdftotext is not installed');
	const [first = ''] = sheets ?? [];
	expect(first.replace(/\s+/g, ' ')).toContain(m.document_attendance_morning({}, FR));
	expect(first.split('Karim Idrissi')).toHaveLength(2);
	expect(first).not.toContain(m.run_print({}, FR));
	const [box] = await page.locator('td[data-half]').all();
	await page.emulateMedia({ media: 'print' });
	const size = await box?.boundingBox();
	expect(size?.height).toBeGreaterThanOrEqual(36);
	expect(size?.width).toBeGreaterThanOrEqual(100);
});
