import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#lib/domain/people/actor.ts';
import type { App } from '#lib/server/app.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { recordEvent } from '#lib/server/events/record-event.ts';
import { retention } from '#lib/server/persons/retention.ts';
import '#lib/server/organisers/organiser.table.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { readZip, wordTextOf } from '../../support/files/read-zip.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { openApp } from '../../support/workshops/people.ts';
import {
	director,
	facilitator,
	joinAs,
	makeNote
} from '../../support/workshops/workshop-people.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const PHONE = '0612345678';
const MAIL = 'fatima@coop.ma';
const BY_DEFAULT = { contact: '', keepDays: null, eraseWords: false, showContacts: false };

forEachEngine('what is kept of persons', (open) => {
	let db: RootDb;
	let app: App;
	let made: MadeWorkshop;
	const lead = () => facilitator(made.facilitatorId);

	beforeEach(async () => {
		db = await open();
		app = await openApp(db);
		made = await makeWorkshop(db);
	}, 120_000);

	test('[DP7] facilitators of the workshop alone see and choose how data are kept, and erase', async () => {
		const guest = await joinAs(db, made.workshopId, made.categoryIds[0]!);
		const strangers: Actor[] = [facilitator('another'), director('fes-meknes'), guest];
		const { persons, privacy } = app;
		const id = made.workshopId;
		for (const actor of strangers)
			for (const ask of [
				() => privacy.get(actor, id),
				() => privacy.notice(actor, id),
				() => privacy.save(actor, id, BY_DEFAULT),
				() => persons.list(actor, id),
				() => persons.contacts(actor, id),
				() => persons.export(actor, id, guest.participantId),
				() => persons.erase(actor, id, guest.participantId),
				() => persons.eraseAll(actor, id)
			])
				await expect(ask()).rejects.toMatchObject({ code: 'forbidden' });
		expect(await privacy.get(lead(), id)).toEqual(BY_DEFAULT);
		const other = await makeWorkshop(db);
		await expect(
			persons.erase(facilitator(other.facilitatorId), other.workshopId, guest.participantId)
		).rejects.toMatchObject({ code: 'not_found' });
	});

	test('[DP8] before joining people read who holds their data, how long, and whom to ask', async () => {
		await db
			.insertInto('organiser')
			.values(
				[
					{ name: 'مجلس الجهة', role: 'organiser', position: 1 },
					{ name: 'شريك', role: 'partner', position: 2 }
				].map((row, index) => ({
					...row,
					role: row.role as 'organiser' | 'partner',
					id: `o${index}`,
					workshop_id: made.workshopId,
					logo_id: null
				}))
			)
			.execute();
		const settings = { ...BY_DEFAULT, contact: '  مكتب   الضبط ', keepDays: 365 };
		await app.privacy.save(lead(), made.workshopId, settings);
		const { notice } = await app.participants.invitation(made.joinCode, {
			device: 'a phone',
			address: 'the hall',
			guest: () => Promise.resolve(undefined),
			removed: () => Promise.resolve(false)
		});
		expect(notice).toEqual({
			contact: 'مكتب الضبط',
			keepDays: 365,
			eraseWords: false,
			holders: ['مجلس الجهة']
		});
	});

	test.each([
		[{ keepDays: 7 }, 'invalid_input', 'keepDays'],
		[{ contact: 'م'.repeat(201) }, 'text_too_long', 'contact']
	])('[DP8] %j is refused, and nothing is changed', async (wrong, code, field) => {
		await expect(
			app.privacy.save(lead(), made.workshopId, { ...BY_DEFAULT, ...wrong })
		).rejects.toMatchObject({ code, details: { field } });
		expect(await app.privacy.get(lead(), made.workshopId)).toEqual(BY_DEFAULT);
	});

	test('[DP11] documents mask contact data in notes until the workshop shows them; what is told of them is masked', async () => {
		const board = made.boardIds[0]!;
		await makeNote(db, made.workshopId, board, { text: `للاتصال: ${PHONE}` });
		await makeNote(db, made.workshopId, board, { text: `راسلوا ${MAIL} شكرا` });
		await makeNote(db, made.workshopId, board, { text: 'ضعف التمويل' });
		const contacts = await app.persons.contacts(lead(), made.workshopId);
		expect(contacts.map(({ text, kinds }) => [text, kinds])).toEqual([
			['للاتصال: •••••', ['phone']],
			['راسلوا ••••• شكرا', ['email']]
		]);
		const written = async (): Promise<string[]> => {
			const make = async (subject: 'data' | 'report', format: 'json' | 'docx') =>
				(await app.documents.make(lead(), made.workshopId, { subject, format, locale: 'ar' }))
					.bytes;
			const word = readZip(await make('report', 'docx')).get('word/document.xml') ?? '';
			return [new TextDecoder().decode(await make('data', 'json')), wordTextOf(word)];
		};
		for (const text of await written()) {
			expect(text).not.toContain(PHONE);
			expect(text).not.toContain('fatima');
			expect(text).toContain('•••••');
		}
		await app.privacy.save(lead(), made.workshopId, { ...BY_DEFAULT, showContacts: true });
		for (const text of await written()) expect(text).toContain(PHONE);
	}, 120_000);

	test('[DP9] what a workshop chose not to keep is erased once its time was seen to be over on three days', async () => {
		const person = await joinAs(db, made.workshopId, made.categoryIds[0]!);
		await db
			.updateTable('participant')
			.set({ name: 'فاطمة' })
			.where('id', '=', person.participantId)
			.execute();
		await makeNote(db, made.workshopId, made.boardIds[0]!, { author: person, text: 'كلمات' });
		await app.privacy.save(lead(), made.workshopId, { ...BY_DEFAULT, keepDays: 30 });
		const closed = Date.UTC(2026, 0, 10);
		let at = closed;
		let uptime = 0;
		const keeping = retention({
			db,
			persons: app.persons,
			clocks: { now: () => at, uptime: () => uptime }
		});
		const pass = async (time: number, running = time): Promise<void> => {
			at += time;
			uptime += running;
			await keeping.sweep();
		};
		const name = async () =>
			(await db.selectFrom('participant').select('name').executeTakeFirstOrThrow()).name;
		// While the hall is open no time passes.
		await pass(400 * DAY);
		expect(await name()).toBe('فاطمة');
		at = closed;
		await db.updateTable('workshop').set({ state: 'closed' }).execute();
		const event = { action: 'hall_closed', workshopId: made.workshopId, actorId: null } as const;
		await db
			.transaction()
			.execute((trx) => recordEvent(trx, { ...event, subjectId: made.workshopId }, closed));
		await pass(29 * DAY);
		await pass(DAY);
		// A clock that jumps ahead, and is put right.
		await pass(300 * DAY, HOUR);
		await pass(HOUR);
		at = closed + 29 * DAY;
		await pass(0);
		expect(await name()).toBe('فاطمة');
		for (let day = 0; day < 3; day++) {
			expect(await name()).toBe('فاطمة');
			await pass(DAY);
		}
		expect(await name()).toBe('');
		const { text } = await db.selectFrom('note').select('text').executeTakeFirstOrThrow();
		expect(text).toBe('كلمات');
		const ended = await db
			.selectFrom('event')
			.selectAll()
			.where('action', '=', 'keeping_ended')
			.execute();
		expect(ended).toHaveLength(1);
		// What was erased is not erased again.
		for (let day = 0; day < 4; day++) await pass(DAY);
		expect(
			await db.selectFrom('event').selectAll().where('action', '=', 'keeping_ended').execute()
		).toEqual(ended);
		// Other settings are another end, once.
		const wordsToo = { ...BY_DEFAULT, keepDays: 30, eraseWords: true } as const;
		await app.privacy.save(lead(), made.workshopId, wordsToo);
		for (let day = 0; day < 7; day++) await pass(DAY);
		expect(
			await db.selectFrom('event').selectAll().where('action', '=', 'keeping_ended').execute()
		).toHaveLength(2);
	}, 120_000);
});
