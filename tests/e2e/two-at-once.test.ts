import { expect, test, type Page } from '@playwright/test';
import { findGuestActor } from '#lib/server/access/load-actor.ts';
import { m } from '#lib/paraglide/messages.js';
import { openHall, write, type Hall, type Phone } from '../support/workshops/participant-hall.ts';

const AR = { locale: 'ar' } as const;
const FR = { locale: 'fr' } as const;

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
	await hall.open(1);
});
test.afterEach(() => hall.close());

const noteOn = (page: Page, text: string) => page.locator('.note', { hasText: text });

async function choose(page: Page, text: string, { locale }: typeof AR | typeof FR, item: string) {
	await noteOn(page, text)
		.getByRole('button', { name: m.note_options({}, { locale }) })
		.click();
	await page.getByRole('menuitem', { name: item }).click();
}

async function editOnPhone({ page }: Phone, text: string, wanted: string): Promise<void> {
	await choose(page, text, AR, m.common_edit({}, AR));
	await page.getByLabel(m.participant_my_wording({}, AR)).fill(wanted);
}

test('[BD3] what a facilitator and an author change at once stands in the note, whoever saves last', async ({
	browser
}) => {
	const phone = await hall.enter(browser);
	const run = await hall.enterAsLead(browser, 'run');
	await write(phone, 'ضعف التنسيق بين المتدخلين');
	await expect(noteOn(run, 'ضعف التنسيق')).toBeVisible();
	const save = phone.page.getByRole('button', { name: m.participant_save_edit({}, AR) });
	const dialog = run.getByRole('dialog');

	// The author has the editor open while the facilitator saves.
	await editOnPhone(phone, 'ضعف التنسيق', 'ضعف التنسيق بين المتدخلين محليا');
	await choose(run, 'ضعف التنسيق', FR, m.run_note_edit({}, FR));
	await dialog.getByRole('textbox').fill('جدا: ضعف التنسيق بين المتدخلين');
	await dialog.getByRole('button', { name: m.common_save({}, FR) }).click();
	await expect(noteOn(run, 'جدا: ضعف التنسيق')).toBeVisible();
	await save.click();
	const both = 'جدا: ضعف التنسيق بين المتدخلين محليا';
	await expect(noteOn(run, both)).toBeVisible();
	await expect(phone.page.getByText(m.note_both_changed({}, AR))).toBeVisible();

	// And the other way round.
	await choose(run, both, FR, m.run_note_edit({}, FR));
	await dialog.getByRole('textbox').fill(`${both}؛ انظر المحور 2`);
	await editOnPhone(phone, both, `مثلا ${both}`);
	await save.click();
	await expect(noteOn(phone.page, `مثلا ${both}`)).toBeVisible();
	await expect(noteOn(run, `مثلا ${both}`)).toBeAttached();
	await dialog.getByRole('button', { name: m.common_save({}, FR) }).click();
	await expect(noteOn(phone.page, `مثلا ${both}؛ انظر المحور 2`)).toBeVisible();
	await expect(run.getByText(m.note_both_changed({}, FR))).toBeVisible();
});

test('[PE11] notes of an entry that was merged into a person’s are their own, on their phone at once', async ({
	browser
}) => {
	const [kept, other] = [await hall.enter(browser), await hall.enter(browser)];
	await write(kept, 'من الهاتف الأول');
	await write(other, 'من الهاتف الثاني');
	await expect(noteOn(kept.page, 'من الهاتف الثاني')).toBeVisible();
	const options = { name: m.note_options({}, AR) };
	await expect(noteOn(kept.page, 'من الهاتف الثاني').getByRole('button', options)).toHaveCount(0);
	const { people } = hall.server.app;
	const { workshopId } = hall.workshop;
	const idOf = async ({ actorId }: Phone): Promise<string> =>
		(await findGuestActor(hall.server.app.db, actorId))?.participantId ?? '';
	await people.merge(hall.lead, workshopId, await idOf(kept), [await idOf(other)]);
	await editOnPhone(kept, 'من الهاتف الثاني', 'من الهاتف الثاني، بعد الدمج');
	await kept.page.getByRole('button', { name: m.participant_save_edit({}, AR) }).click();
	const changed = noteOn(kept.page, 'بعد الدمج');
	await expect(changed).toContainText(m.note_saved({}, AR));
	const run = await hall.enterAsLead(browser, 'run');
	await expect(noteOn(run, 'بعد الدمج')).not.toContainText(m.note_edited({}, FR));
});
