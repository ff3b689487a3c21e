import { expect, test, type Browser, type Page } from '@playwright/test';
import type { Locale } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { expectAccessible, expectLanguage, expectNarrow } from '../support/browser/page-checks.ts';
import { joinAs } from '../support/browser/participants.ts';
import { PHONE, visit, type Visitor } from '../support/browser/visitor.ts';
import { openHall, type Hall } from '../support/workshops/participant-hall.ts';

const AR = { locale: 'ar' } as const;
const FR = { locale: 'fr' } as const;
const COOPERATIVES: Partial<Record<Locale, string>> = { ar: 'تعاونيات', fr: 'Coopératives' };

let hall: Hall;
test.beforeEach(async () => {
	hall = await openHall();
	await hall.open(1);
});
test.afterEach(() => hall.close());

const listTickets = () => hall.server.app.tickets.list(hall.lead, hall.workshop.workshopId);
const linkOf = (code: string | null | undefined) => `${hall.server.origin}/join/${code}`;

async function phone(browser: Browser, locale: Locale = 'ar'): Promise<Visitor> {
	return visit(browser, locale, PHONE);
}

/** Chooses numbered tickets on the page of the invitation, and makes three. */
async function prepareTickets(browser: Browser): Promise<Page> {
	const page = await hall.enterAsLead(browser, 'prepare/invite');
	await page.getByRole('radio', { name: m.prepare_admission_tickets({}, FR) }).check();
	await page.getByRole('button', { name: m.prepare_admission_save({}, FR), exact: true }).click();
	await expect(page.getByText(m.prepare_admission_saved({}, FR))).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('link', { name: m.prepare_tickets_link({}, FR) }).click();
	await page.getByLabel(m.tickets_make_count({}, FR)).fill('3');
	await page.getByRole('button', { name: m.tickets_make({}, FR) }).click();
	await expect(page.getByText(m.tickets_count({ count: 3 }, FR))).toBeVisible();
	return page;
}

test('[TK1] tickets are made and printed eight on a sheet, in a page that reads from the right', async ({
	browser
}) => {
	const page = await prepareTickets(browser);
	await expectAccessible(page);
	await page.getByRole('link', { name: m.tickets_print_range({ from: 1, to: 3 }, FR) }).click();
	const cards = page.getByRole('main').getByRole('listitem');
	await expect(cards).toHaveCount(3);
	for (const { number, code } of await listTickets()) {
		const card = cards.nth(number - 1);
		await expect(card).toContainText(`${code?.slice(0, 4)} ${code?.slice(4)}`);
		await expect(card.getByRole('img', { name: m.tickets_qr({ number }, FR) })).toBeVisible();
	}
	await page
		.context()
		.addCookies([{ name: 'tachawor_language', value: 'ar', url: hall.server.origin }]);
	await page.reload();
	await expectLanguage(page, 'ar');
	await expectAccessible(page);
	// On paper the cards alone stand, on one sheet.
	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('button', { name: m.tickets_print({}, AR) })).toBeHidden();
	const [first, second] = await Promise.all([
		cards.nth(0).boundingBox(),
		cards.nth(1).boundingBox()
	]);
	expect(first!.x).toBeGreaterThan(second!.x);
	const pdf = await page.pdf({ preferCSSPageSize: true });
	expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
});

test('[TK3] a ticket’s QR code lets one phone in, in Arabic, and a second one is refused in words', async ({
	browser
}) => {
	await prepareTickets(browser);
	const [ticket] = await listTickets();
	const first = await phone(browser);
	await first.page.goto(linkOf(ticket?.code));
	await expectLanguage(first.page, 'ar');
	await expect(first.page.getByText(m.join_ticket({ number: 1 }, AR))).toBeVisible();
	await expect(first.page.getByText(m.join_admission_tickets({}, AR))).toBeVisible();
	await expectAccessible(first.page);
	await expectNarrow(first.page);
	await joinAs(first, COOPERATIVES.ar!);

	const second = await phone(browser);
	await second.page.goto(linkOf(ticket?.code));
	await expect(second.page.getByRole('alert')).toContainText(m.join_used_title({}, AR));
	await expect(second.page.getByRole('alert')).toContainText(m.join_used_why({}, AR));
	await expectAccessible(second.page);
	expect((await listTickets()).map(({ state }) => state)).toEqual(['used', 'free', 'free']);
});

test('[TK4] a replaced ticket is void, and the new one is typed into the one field', async ({
	browser
}) => {
	const page = await prepareTickets(browser);
	const lost = (await listTickets()).find(({ number }) => number === 2);
	await page.getByRole('button', { name: m.tickets_replace_of({ number: 2 }, FR) }).click();
	await expect(page.getByText(m.tickets_replaced({ number: 2 }, FR))).toBeVisible();
	await expect(page.getByText(m.tickets_void({}, FR), { exact: true })).toBeVisible();

	const guest = await phone(browser);
	await guest.page.goto(linkOf(lost?.code));
	await expect(guest.page.getByRole('alert')).toContainText(m.join_void_title({}, AR));

	const valid = (await listTickets()).find(({ number, state }) => number === 2 && state === 'free');
	const typed = `${valid?.code?.slice(0, 4)} ${valid?.code?.slice(4)}`.toLowerCase();
	await guest.page.getByLabel(m.join_code_label({}, AR)).fill(typed);
	await guest.page.getByRole('button', { name: m.join_try_again({}, AR) }).click();
	await expect(guest.page.getByText(m.join_ticket({ number: 2 }, AR))).toBeVisible();
	await joinAs(guest, COOPERATIVES.ar!);
});

test('[TK2] the code on the screen lets nobody in, and says to use the ticket', async ({
	browser
}) => {
	await prepareTickets(browser);
	const guest = await phone(browser);
	await guest.page.goto(linkOf(hall.workshop.joinCode));
	await expect(guest.page.getByRole('alert')).toContainText(m.join_needed_title({}, AR));
	await expect(guest.page.getByRole('alert')).toContainText(m.join_needed_why({}, AR));
});

test('[TK6] an invited person comes in by their link, under the name that stands there', async ({
	browser
}) => {
	const page = await hall.enterAsLead(browser, 'tickets');
	await page.getByLabel(m.tickets_invite_people({}, FR)).fill('سعاد المرابط؛ تعاونية الأمل');
	await page
		.getByLabel(m.tickets_invite_category({}, FR))
		.selectOption({ label: COOPERATIVES.fr! });
	await page.getByRole('button', { name: m.tickets_invite_add({}, FR) }).click();
	await expect(page.getByText('سعاد المرابط')).toBeVisible();
	const [ticket] = await listTickets();
	const guest = await phone(browser);
	await guest.page.goto(linkOf(ticket?.code));
	await expect(guest.page.getByText('سعاد المرابط')).toBeVisible();
	await expect(guest.page.getByRole('radio')).toHaveCount(0);
	await expectAccessible(guest.page);
	await guest.page.getByRole('button', { name: m.join_submit({}, AR) }).click();
	await guest.page.waitForURL('**/w/*');
	await page.reload();
	await expect(page.getByText(m.tickets_used_by({ name: 'سعاد المرابط' }, FR))).toBeVisible();
});

test('[VO19] a phone that joined after the opening waits in words, and votes once it is let in', async ({
	browser
}) => {
	const early = await hall.enter(browser);
	await hall.openVote(['التسويق', 'التمويل']);
	const late = await hall.enter(browser);
	await expect(
		late.page.getByRole('heading', { name: m.participant_vote_joined_late({}, AR) })
	).toBeVisible();
	await expectAccessible(late.page);
	const cast = m.participant_vote_cast({}, AR);
	await expect(early.page.getByRole('button', { name: cast })).toBeVisible();
	await expect(late.page.getByRole('button', { name: cast })).toHaveCount(0);

	const run = await hall.enterAsLead(browser, 'run');
	await expect(
		run.getByRole('heading', { name: m.run_waiting_voters({ count: 1 }, FR) })
	).toBeVisible();
	await expect(run.getByText(m.run_waiting_voters_explained({ count: 1 }, FR))).toBeVisible();
	await expectAccessible(run);
	await run
		.getByRole('button', { name: m.run_let_vote_of({ name: m.people_unnamed({}, FR) }, FR) })
		.click();
	await expect(late.page.getByRole('button', { name: cast })).toBeVisible();
	await expect(run.getByText(m.run_waiting_voters_explained({ count: 1 }, FR))).toHaveCount(0);
});
