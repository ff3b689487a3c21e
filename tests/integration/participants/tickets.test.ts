import { afterEach, beforeEach, expect, test } from 'vitest';
import { TICKET_LIMITS, type Ticket } from '#lib/domain/people/ticket.ts';
import type { Admission } from '#lib/domain/people/admission.ts';
import type { App } from '#lib/server/app.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { refusalOf } from '../../support/refusal.ts';
import { browserOf, type Browser } from '../../support/workshops/browser.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { openApp } from '../../support/workshops/people.ts';
import { director, facilitator, joinAs } from '../../support/workshops/workshop-people.ts';

forEachEngine('tickets', (open) => {
	let db: RootDb;
	let app: App;
	let made: MadeWorkshop;

	beforeEach(async () => {
		db = await open();
		app = await openApp(db);
		made = await makeWorkshop(db);
	});
	afterEach(() => app.close());

	const lead = () => facilitator(made.facilitatorId);
	const list = () => app.tickets.list(lead(), made.workshopId);
	async function admit(admission: Admission): Promise<void> {
		const { version } = await app.workshops.get(lead(), made.workshopId);
		await app.workshops.setAdmission(lead(), made.workshopId, version, admission);
	}
	async function makeTickets(count: number): Promise<Ticket[]> {
		await app.tickets.add(lead(), made.workshopId, count);
		return list();
	}
	const inputOf = (code: string, name = '') => ({
		...{ code, name, organisation: '', province: '' },
		categoryId: made.categoryIds[0]!,
		language: 'ar' as const
	});
	const join = (code: string, browser: Browser = browserOf(app), name = '') =>
		app.participants.join(inputOf(code, name), browser);
	const codeOf = (ticket: Ticket | undefined): string => ticket?.code ?? '';
	const joined = async () =>
		(await app.people.list(lead(), made.workshopId)).filter(({ removed }) => !removed).length;
	const invitation = (code: string, browser = browserOf(app)) =>
		app.participants.invitation(code, browser);

	test('[TK1] tickets are numbered, each with eight characters that no row holds', async () => {
		const first = await makeTickets(3);
		expect(first.map(({ number, state }) => [number, state])).toEqual([
			[1, 'free'],
			[2, 'free'],
			[3, 'free']
		]);
		const codes = first.map(codeOf);
		expect(new Set(codes).size).toBe(3);
		for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
		// They are the same when they are printed again.
		expect((await list()).map(codeOf)).toEqual(codes);
		const rows = JSON.stringify(await db.selectFrom('ticket').selectAll().execute());
		for (const code of codes) expect(rows).not.toContain(code);
		expect((await makeTickets(1)).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
	});

	test('[TK2] where people come in by ticket the workshop’s own code opens nothing, and says what does', async () => {
		await admit('tickets');
		const [ticket] = await makeTickets(1);
		const { joinCode } = await app.workshops.get(lead(), made.workshopId);
		for (const attempt of [() => invitation(joinCode), () => join(joinCode)])
			expect(await refusalOf(attempt())).toMatchObject({ code: 'ticket_needed' });
		expect(await invitation(codeOf(ticket))).toMatchObject({
			admission: 'tickets',
			ticket: { number: 1, name: '' }
		});
		await join(codeOf(ticket));
		expect(await joined()).toBe(1);
		await admit('open');
		await join(joinCode);
		expect(await joined()).toBe(2);
	});

	test('[TK2] who joined before goes on as they were, whatever is asked of others since', async () => {
		const { joinCode } = await app.workshops.get(lead(), made.workshopId);
		const phone = browserOf(app);
		const { participantId } = phone.keep(await join(joinCode, phone));
		await admit('list');
		expect(await invitation(joinCode, phone)).toMatchObject({ joined: true });
		expect(await join(joinCode, phone)).toMatchObject({ participantId, session: null });
	});

	test('[TK3] a ticket lets one person in: of many who try it at once exactly one', async () => {
		const [ticket, other] = await makeTickets(2);
		await admit('tickets');
		const attempts = await Promise.allSettled(
			Array.from({ length: 5 }, () => join(codeOf(ticket)))
		);
		expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		for (const attempt of attempts)
			if (attempt.status === 'rejected')
				expect(attempt.reason).toMatchObject({ code: 'ticket_used' });
		expect(await joined()).toBe(1);
		expect(await refusalOf(invitation(codeOf(ticket)))).toMatchObject({ code: 'ticket_used' });
		expect((await list()).map(({ state }) => state)).toEqual(['used', 'free']);
		await join(codeOf(other));
		expect(await joined()).toBe(2);
	});

	test('[TK3] a phone whose answer was lost comes in again with its ticket as the same person', async () => {
		const [ticket] = await makeTickets(1);
		await admit('tickets');
		const device = 'a'.repeat(32);
		const first = await join(codeOf(ticket), browserOf(app, device), 'سعاد');
		const again = await join(codeOf(ticket), browserOf(app, device));
		expect(again.participantId).toBe(first.participantId);
		expect(again.session).not.toBeNull();
		await app.people.remove(lead(), made.workshopId, first.participantId);
		const third = join(codeOf(ticket), browserOf(app, 'b'.repeat(32)));
		expect(await refusalOf(third)).toMatchObject({ code: 'ticket_used' });
		expect(await joined()).toBe(0);
	});

	test('[TK4] a lost ticket is replaced under its number, and the old one is void', async () => {
		const [lost] = await makeTickets(2);
		await admit('tickets');
		await app.tickets.replace(lead(), made.workshopId, lost!.id);
		const [old, replacement] = (await list()).filter(({ number }) => number === 1).sort(byState);
		expect([replacement?.state, old?.state]).toEqual(['void', 'free']);
		expect(replacement?.code).toBeNull();
		expect(await refusalOf(join(codeOf(lost)))).toMatchObject({ code: 'ticket_void' });
		await join(codeOf(old));
		expect(await joined()).toBe(1);
		const twice = app.tickets.replace(lead(), made.workshopId, lost!.id);
		expect(await refusalOf(twice)).toMatchObject({ code: 'ticket_void' });
	});

	test('[TK4] a ticket is neither replaced nor withdrawn while somebody is there who came in with it', async () => {
		const [ticket] = await makeTickets(1);
		const { participantId } = await join(codeOf(ticket), browserOf(app), 'سعاد');
		const { tickets } = app;
		for (const act of ['replace', 'withdraw'] as const)
			expect(await refusalOf(tickets[act](lead(), made.workshopId, ticket!.id))).toMatchObject({
				code: 'ticket_in_use',
				details: { number: 1 }
			});
		expect(await list()).toMatchObject([{ state: 'used', usedBy: 'سعاد' }]);
		await app.people.remove(lead(), made.workshopId, participantId);
		expect(await list()).toMatchObject([{ state: 'left', usedBy: 'سعاد' }]);
		await tickets.withdraw(lead(), made.workshopId, ticket!.id);
		expect(await refusalOf(join(codeOf(ticket)))).toMatchObject({ code: 'ticket_void' });
	});

	test('[TK5] wrong ticket codes are answered as wrong join codes are, and late as often', async () => {
		const phone = browserOf(app);
		for (const code of ['ABCDEFGH', 'ABCDEF', 'ABC', '23456789'])
			expect(await refusalOf(invitation(code, phone))).toMatchObject({ code: 'join_code_invalid' });
		const [ticket] = await makeTickets(1);
		const typed = codeOf(ticket)
			.toLowerCase()
			.replace(/(.{4})/, '$1 - ');
		expect(await invitation(typed, phone)).toMatchObject({ code: codeOf(ticket) });
	});

	test('[TK5] a ticket opens nothing while nobody may join', async () => {
		const [ticket] = await makeTickets(1);
		await app.workshops.setJoining(lead(), made.workshopId, false);
		expect(await refusalOf(join(codeOf(ticket)))).toMatchObject({ code: 'joining_stopped' });
		await db.updateTable('workshop').set({ state: 'preparing' }).execute();
		expect(await refusalOf(join(codeOf(ticket)))).toMatchObject({ code: 'joining_closed' });
	});

	test('[TK6] those who are named come in as themselves, and tickets for anybody open no list', async () => {
		await admit('list');
		const categoryId = made.categoryIds[1]!;
		const souad = { name: ' سعاد\nالمرابط ', organisation: 'تعاونية الأمل', categoryId };
		const karim = { name: 'كريم', organisation: '', categoryId: null };
		await app.tickets.invite(lead(), made.workshopId, [souad, karim]);
		const [first, , anybody] = await makeTickets(1);
		expect(await invitation(codeOf(first))).toMatchObject({
			ticket: { name: 'سعاد المرابط', organisation: 'تعاونية الأمل', categoryId }
		});
		expect(await refusalOf(join(codeOf(anybody)))).toMatchObject({ code: 'ticket_needed' });
		await join(codeOf(first), browserOf(app), 'شخص آخر');
		expect(await app.people.list(lead(), made.workshopId)).toMatchObject([
			{ name: 'سعاد المرابط', organisation: 'تعاونية الأمل', categoryId }
		]);
	});

	test('[TK6] whom a facilitator names has a name that fits, and a category of the workshop', async () => {
		const { tickets } = app;
		const invite = (change: object) =>
			tickets.invite(lead(), made.workshopId, [
				{ name: 'سعاد', organisation: '', categoryId: null, ...change }
			]);
		for (const [change, code] of [
			[{ name: ' \n ' }, 'text_empty'],
			[{ name: 'س'.repeat(81) }, 'text_too_long'],
			[{ organisation: 'س'.repeat(161) }, 'text_too_long'],
			[{ categoryId: 'elsewhere' }, 'category_unknown']
		] as const)
			expect(await refusalOf(invite(change))).toMatchObject({ code });
		expect(await refusalOf(tickets.invite(lead(), made.workshopId, []))).toMatchObject({
			code: 'list_empty'
		});
		for (const [count, code] of [
			[0, 'invalid_input'],
			[1.5, 'invalid_input'],
			[TICKET_LIMITS.atOnce + 1, 'too_many_items']
		] as const)
			expect(await refusalOf(tickets.add(lead(), made.workshopId, count))).toMatchObject({ code });
		expect(await list()).toEqual([]);
	});

	test('[TK8] only who prepares the workshop sees and changes its tickets and who comes in', async () => {
		const [ticket] = await makeTickets(1);
		const { workshopId } = made;
		const guest = await joinAs(db, workshopId, made.categoryIds[0]!);
		const { tickets } = app;
		for (const actor of [guest, director('fes-meknes'), facilitator('somebody')])
			for (const attempt of [
				() => tickets.list(actor, workshopId),
				() => tickets.add(actor, workshopId, 1),
				() => tickets.invite(actor, workshopId, []),
				() => tickets.replace(actor, workshopId, ticket!.id),
				() => tickets.withdraw(actor, workshopId, ticket!.id),
				() => app.workshops.setAdmission(actor, workshopId, 1, 'open')
			])
				expect(await refusalOf(attempt())).toMatchObject({ code: 'forbidden' });
		const other = await makeWorkshop(db);
		const there = tickets.replace(facilitator(other.facilitatorId), other.workshopId, ticket!.id);
		expect(await refusalOf(there)).toMatchObject({ code: 'not_found' });
		expect(await list()).toMatchObject([{ id: ticket!.id, state: 'free' }]);
	});
});

/** Free before void. */
function byState(a: Ticket, b: Ticket): number {
	return a.state.localeCompare(b.state);
}
