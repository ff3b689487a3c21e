import { beforeEach, expect, test } from 'vitest';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import { openSessions, type Sessions } from '#lib/server/auth/sessions.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import {
	GUESS_BUDGET,
	newCodeGuesses,
	type GuessBudget
} from '#lib/server/participants/code-guesses.ts';
import { parseJoinInput } from '#lib/server/participants/join-input.ts';
import {
	participantService,
	type ParticipantService
} from '#lib/server/participants/participant.service.ts';
import { openTicketCodes } from '#lib/server/tickets/ticket-codes.ts';
import { ticketService, type TicketService } from '#lib/server/tickets/ticket.service.ts';
import { LIVE_LIMITS } from '#lib/server/rooms/limits.ts';
import { browserOf } from '../../support/workshops/browser.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';

const facilitator = (id: string): AccountActor => ({
	kind: 'account',
	id,
	role: 'facilitator',
	regions: []
});

const onSessionRevoked = (): void => undefined;

forEachEngine('participants', (openDatabase) => {
	let db: RootDb;
	let sessions: Sessions;
	let tickets: TicketService;
	let participants: ParticipantService;
	let workshop: MadeWorkshop;

	beforeEach(async () => {
		db = await openDatabase();
		sessions = openSessions(db);
		tickets = ticketService({ db, codes: await openTicketCodes(db) });
		participants = participantService({ db, sessions, tickets, onSessionRevoked });
		workshop = await makeWorkshop(db);
	});

	const browser = (device?: string) => browserOf({ db, sessions }, device);
	const input = (changes: Record<string, unknown> = {}) =>
		parseJoinInput({
			code: workshop.joinCode,
			categoryId: workshop.categoryIds[0],
			language: 'ar',
			...changes
		});
	const peopleIn = async () =>
		(await participants.attendance(facilitator(workshop.facilitatorId), workshop.workshopId)).map(
			(category) => category.joined
		);

	test('[JN1] a code, a category and a language make a participant, and nothing else is asked', async () => {
		const phone = browser();
		const joined = phone.keep(await participants.join(input({ language: 'fr' }), phone));
		expect(joined.workshopId).toBe(workshop.workshopId);

		const actor = await phone.guest(workshop.workshopId);
		expect(actor).toMatchObject({
			kind: 'guest',
			participantId: joined.participantId,
			categoryId: workshop.categoryIds[0],
			observing: false
		});
		expect(await participants.me(actor!)).toMatchObject({
			language: 'fr',
			name: '',
			organisation: '',
			province: '',
			categoryName: { ar: 'تعاونيات', fr: 'Coopératives' }
		});
	});

	test('[JN1] the session is stored hashed alone', async () => {
		const { session } = await participants.join(input(), browser());
		const rows = await db.selectFrom('session').selectAll().execute();
		expect(JSON.stringify(rows)).not.toContain(session!.token);
	});

	test('[JN2] a wrong code, a replaced one and what is no code at all get the same answer', async () => {
		await db.updateTable('workshop').set({ join_code: 'NEWCDE' }).execute();
		for (const code of ['ZZZZZZ', workshop.joinCode, '', 'short', '💥💥💥💥💥💥']) {
			await expect(participants.invitation(code, browser())).rejects.toMatchObject({
				code: 'join_code_invalid',
				details: {}
			});
			await expect(participants.join(input({ code }), browser())).rejects.toMatchObject({
				code: 'join_code_invalid',
				details: {}
			});
		}
	});

	test('[JN3] a code may be typed in lower case, with spaces and with Arabic-Indic digits', async () => {
		await db.updateTable('workshop').set({ join_code: 'FES415' }).execute();
		for (const code of ['fes415', ' FES 415 ', 'fes-٤١٥', 'FES۴۱۵', '\u200fFES415\u200e'])
			expect((await participants.invitation(code, browser())).code).toBe('FES415');
	});

	test('[JN4] only who holds the code learns that joining is not open yet, or has ended', async () => {
		await db.updateTable('workshop').set({ state: 'preparing' }).execute();
		await expect(participants.join(input(), browser())).rejects.toMatchObject({
			code: 'joining_closed'
		});
		await db.updateTable('workshop').set({ state: 'closed' }).execute();
		await expect(participants.invitation(workshop.joinCode, browser())).rejects.toMatchObject({
			code: 'workshop_closed'
		});
		await expect(participants.join(input(), browser())).rejects.toMatchObject({
			code: 'workshop_closed'
		});
		expect(await peopleIn()).toEqual([0, 0, 0]);
	});

	test('[JN4] a code that a closed workshop had before leads to the one that has it now', async () => {
		await db.updateTable('workshop').set({ state: 'closed' }).execute();
		const next = await makeWorkshop(db, {
			workshop: { join_code: workshop.joinCode, created_at: 1 }
		});
		const { workshopId } = await participants.invitation(workshop.joinCode, browser());
		expect(workshopId).toBe(next.workshopId);
	});

	test('[JN5] the same browser finds the same person again, also after the workshop closed', async () => {
		const phone = browser();
		const first = phone.keep(await participants.join(input({ name: 'سعاد' }), phone));
		await db.updateTable('workshop').set({ state: 'closed' }).execute();
		const again = await participants.join(input({ name: 'غيرها', language: 'en' }), phone);
		expect(again).toEqual({ ...first, session: null });
		expect((await participants.invitation(workshop.joinCode, phone)).joined).toBe(true);
		const me = await participants.me((await phone.guest(workshop.workshopId))!);
		expect(me).toMatchObject({ name: 'سعاد', language: 'ar' });
		expect(await peopleIn()).toEqual([1, 0, 0]);
	});

	test('[JN5] a browser whose session was revoked joins as a new person', async () => {
		const phone = browser();
		const first = phone.keep(await participants.join(input(), phone));
		const actor = await phone.guest(workshop.workshopId);
		await sessions.revokeAll(actor!.id);
		const service = participantService({ db, sessions, tickets, onSessionRevoked });
		const second = await service.join(input(), phone);
		expect(second.participantId).not.toBe(first.participantId);
	});

	test('[JN5] one browser can be a guest of two workshops', async () => {
		const other = await makeWorkshop(db);
		const phone = browser();
		const here = await participants.join(input(), phone);
		const there = await participants.join(
			input({ code: other.joinCode, categoryId: other.categoryIds[0] }),
			phone
		);
		expect(there.workshopId).toBe(other.workshopId);
		expect(there.participantId).not.toBe(here.participantId);
	});

	test('[JN6] a button that is pressed twice, or an answer lost on the way, makes one person', async () => {
		const phone = browser();
		const joins = await Promise.all(
			Array.from({ length: 8 }, () => participants.join(input(), phone))
		);
		expect(new Set(joins.map((joined) => joined.participantId)).size).toBe(1);
		const retried = await participants.join(input(), phone);
		expect(retried.participantId).toBe(joins[0]!.participantId);
		expect(await sessions.validate(retried.session!.token)).toBeDefined();
		expect(await peopleIn()).toEqual([1, 0, 0]);
	});

	test('[JN6] a failed try is not remembered', async () => {
		const phone = browser();
		await expect(participants.join(input({ categoryId: 'unknown' }), phone)).rejects.toMatchObject({
			code: 'category_unknown'
		});
		await participants.join(input(), phone);
		expect(await peopleIn()).toEqual([1, 0, 0]);
	});

	test('[JN7] the category is one of this workshop', async () => {
		const other = await makeWorkshop(db);
		for (const categoryId of [other.categoryIds[0], '', 'no-such-category'])
			await expect(participants.join(input({ categoryId }), browser())).rejects.toMatchObject({
				code: 'category_unknown'
			});
		expect(await db.selectFrom('participant').selectAll().execute()).toEqual([]);
		expect(await db.selectFrom('actor').selectAll().where('kind', '=', 'guest').execute()).toEqual(
			[]
		);
	});

	test('[JN7] a category that only observes may join', async () => {
		const phone = browser();
		phone.keep(await participants.join(input({ categoryId: workshop.categoryIds[2] }), phone));
		expect((await phone.guest(workshop.workshopId))!.observing).toBe(true);
	});

	test('[JN8] a right code opens the door however often a device guessed before', async () => {
		const guesser = browser();
		for (let guess = 0; guess < 10; guess++)
			await expect(participants.invitation('ZZZZZZ', guesser)).rejects.toMatchObject({
				code: 'join_code_invalid'
			});
		expect(await participants.invitation(workshop.joinCode, guesser)).toMatchObject({
			workshopId: workshop.workshopId
		});
		await participants.join(input(), guesser);
	});

	test('[JN8] a burst of guesses gets no more answers at once than guesses in a row', async () => {
		const service = withGuesses({ device: { points: 10, duration: 300 } });
		const guesser = browser();
		const answers = await Promise.allSettled(
			Array.from({ length: 50 }, () => service.invitation('ZZZZZZ', guesser))
		);
		const codes = answers.map((answer) =>
			answer.status === 'rejected' ? (answer.reason as { code: string }).code : 'found'
		);
		expect(codes.filter((found) => found === 'join_code_invalid')).toHaveLength(10);
		expect(codes.filter((found) => found === 'too_many_attempts')).toHaveLength(40);
	});

	test('[JN8] right codes use nothing up', async () => {
		const phone = browser();
		for (let visit = 0; visit < 30; visit++)
			await participants.invitation(workshop.joinCode, phone);
	});

	test('[JN8] devices that are new with each guess share the budget of their network', async () => {
		const service = withGuesses({ network: { points: 20, duration: 60 } });
		for (let guess = 0; guess < 20; guess++)
			await expect(service.invitation('ZZZZZZ', browser())).rejects.toMatchObject({
				code: 'join_code_invalid'
			});
		await expect(service.invitation('ZZZZZZ', browser())).rejects.toMatchObject({
			code: 'too_many_attempts',
			details: { seconds: 60 }
		});
		await service.join(input(), browser());
	});

	/** Nobody may wait, so that a miss over its budget is told as that. */
	const withGuesses = (budget: Partial<GuessBudget>) =>
		participantService({
			tickets,
			db,
			sessions,
			onSessionRevoked,
			guesses: newCodeGuesses({ ...GUESS_BUDGET, waiting: 0, ...budget })
		});

	test('[JN10] 60 people who join at once are 60 people', async () => {
		const joins = await Promise.all(
			Array.from({ length: 60 }, (_, index) => {
				const categoryId = workshop.categoryIds[index % 3];
				return participants.join(input({ categoryId, name: `شخص ${index + 1}` }), browser());
			})
		);
		expect(new Set(joins.map((joined) => joined.participantId)).size).toBe(60);
		expect(new Set(joins.map((joined) => joined.session!.token)).size).toBe(60);
		expect(await peopleIn()).toEqual([20, 20, 20]);
	});

	test('[JN11] a facilitator sees expected and present people by category', async () => {
		await participants.join(
			input({ name: ' سعاد ', organisation: 'تعاونية الأمل', province: 'صفرو' }),
			browser()
		);
		const attendance = await participants.attendance(
			facilitator(workshop.facilitatorId),
			workshop.workshopId
		);
		expect(attendance.map(({ name, expected, joined }) => [name.ar, expected, joined])).toEqual([
			['تعاونيات', 12, 1],
			['خبراء ومهنيون', 4, 0],
			['الصحافة', 2, 0]
		]);
		expect(attendance[0]!.people).toMatchObject([
			{ name: 'سعاد', organisation: 'تعاونية الأمل', province: 'صفرو', language: 'ar' }
		]);
	});

	test('[JN11] nobody else sees who is there', async () => {
		const phone = browser();
		phone.keep(await participants.join(input(), phone));
		const guest = (await phone.guest(workshop.workshopId))!;
		const strangers = [
			guest,
			facilitator('another'),
			{ ...facilitator('chief'), role: 'administrator' as const },
			{ kind: 'screen' as const, id: 'screen', workshopId: workshop.workshopId }
		];
		for (const actor of strangers)
			await expect(participants.attendance(actor, workshop.workshopId)).rejects.toMatchObject({
				code: 'forbidden'
			});
		await expect(participants.attendance(guest, 'no-workshop')).rejects.toMatchObject({
			code: 'not_found'
		});
	});

	test('[JN17] a facilitator stops new people from joining while those who joined go on', async () => {
		const lead = facilitator(workshop.facilitatorId);
		const phone = browser();
		const first = phone.keep(await participants.join(input(), phone));
		const set = (joining: 0 | 1) => db.updateTable('workshop').set({ joining }).execute();
		await set(0);
		const stopped = { code: 'joining_stopped', details: {} };
		await expect(participants.invitation(workshop.joinCode, browser())).rejects.toMatchObject(
			stopped
		);
		await expect(participants.join(input(), browser())).rejects.toMatchObject(stopped);
		expect(await participants.join(input(), phone)).toEqual({ ...first, session: null });
		expect((await participants.invitation(workshop.joinCode, phone)).joined).toBe(true);
		await set(1);
		await participants.join(input(), browser());
		expect((await participants.attendance(lead, workshop.workshopId))[0]!.joined).toBe(2);
	});

	test('[JN18] 300 people join from one address within a minute, and a script does not go on for ever', async () => {
		const service = participantService({
			tickets,
			db,
			sessions,
			onSessionRevoked,
			budget: { joinsPerHour: 20, joinsPerMinute: 10 }
		});
		const from = (address: string) => service.join(input(), { ...browser(), address });
		for (let person = 0; person < 10; person++) await from('192.168.43.20');
		// How many seconds depends on how long the ten before took.
		const refusal = {
			code: 'too_many_attempts',
			details: { seconds: expect.any(Number) as number }
		};
		await expect(from('192.168.43.20')).rejects.toMatchObject(refusal);
		for (let person = 0; person < 10; person++) await from('192.168.43.21');
		await expect(from('192.168.43.22')).rejects.toMatchObject({ code: 'too_many_attempts' });
		const other = await makeWorkshop(db);
		const elsewhere = { code: other.joinCode, categoryId: other.categoryIds[0] };
		await service.join(input(elsewhere), { ...browser(), address: '192.168.43.22' });
		// Whoever filled the door up does not hold the new code.
		await db
			.updateTable('workshop')
			.set({ join_code: 'NEW234' })
			.where('id', '=', workshop.workshopId)
			.execute();
		await service.join(input({ code: 'NEW234' }), { ...browser(), address: '192.168.43.20' });
		expect(LIVE_LIMITS.joinsPerMinute).toBeGreaterThanOrEqual(300);
		expect(LIVE_LIMITS.joinsPerHour).toBeGreaterThanOrEqual(1000);
	});

	test('[JN19] a browser whose person was taken out does not join as another one', async () => {
		const phone = browser();
		const joined = phone.keep(await participants.join(input(), phone));
		const set = (removed_at: number | null) =>
			db
				.updateTable('participant')
				.set({ removed_at })
				.where('id', '=', joined.participantId)
				.execute();
		await set(1);
		expect(await phone.guest(workshop.workshopId)).toBeUndefined();
		const removed = { code: 'person_removed', details: {} };
		await expect(participants.invitation(workshop.joinCode, phone)).rejects.toMatchObject(removed);
		await expect(participants.join(input(), phone)).rejects.toMatchObject(removed);
		expect(await peopleIn()).toEqual([0, 0, 0]);
		await set(null);
		expect(await participants.join(input(), phone)).toEqual({ ...joined, session: null });
	});

	test('[JN12] the invitation tells nothing of who is expected or there', async () => {
		const invitation = await participants.invitation(workshop.joinCode, browser());
		expect(Object.keys(invitation.categories[0]!)).toEqual(['categoryId', 'name', 'observing']);
	});
});

test('[JN13] what is missing or of the wrong kind is named', () => {
	const good = { code: 'FES415', categoryId: 'c', language: 'ar' };
	const cases: [unknown, string | undefined][] = [
		[null, undefined],
		['text', undefined],
		[{ ...good, code: 415 }, 'code'],
		[{ code: 'FES415', language: 'ar' }, 'categoryId'],
		[{ ...good, language: 'de' }, 'language'],
		[{ ...good, name: ['x'] }, 'name'],
		[{ ...good, name: 'سعاد\0' }, 'name'],
		[{ ...good, categoryId: 'c\0' }, 'categoryId']
	];
	for (const [sent, field] of cases) {
		let thrown: unknown;
		try {
			parseJoinInput(sent);
		} catch (error) {
			thrown = error;
		}
		expect(thrown).toMatchObject({ code: 'invalid_input', details: field ? { field } : {} });
	}
});

test('[JN13] optional texts are one line, trimmed, and limited as people count characters', () => {
	const good = { code: 'FES415', categoryId: 'c', language: 'ar' };
	expect(parseJoinInput({ ...good, name: '  سعاد\nالعلوي ' }).name).toBe('سعاد العلوي');
	expect(parseJoinInput({ ...good, name: 'سَ'.repeat(80) }).name).toBe('سَ'.repeat(80));
	expect(() => parseJoinInput({ ...good, organisation: 'س'.repeat(161) })).toThrow(
		expect.objectContaining({
			code: 'text_too_long',
			details: { field: 'organisation', limit: 160, length: 161 }
		}) as Error
	);
});
