import { afterEach, beforeEach, expect, test } from 'vitest';
import { readNotes } from '#lib/board/board-doc.ts';
import { readStage } from '#lib/board/stage-doc.ts';
import type { GuestActor } from '#lib/domain/people/actor.ts';
import { newId } from '#lib/domain/id.ts';
import { LATE_NOTE_LIMITS, type HandedNote } from '#lib/domain/boards/late-note.ts';
import type { Note } from '#lib/domain/boards/note.ts';
import { roomName } from '#lib/realtime/room-name.ts';
import { parseHandIn } from '#lib/server/late-notes/late-note-input.ts';
import { openPseudonyms } from '#lib/server/notes/pseudonyms.ts';
import { startLiveApp, type LiveApp } from '../../support/server/live-app.ts';
import { LiveClient } from '../../support/sockets/live-client.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { refusalOf } from '../../support/refusal.ts';
import { until } from '../../support/until.ts';
import {
	director,
	facilitator,
	joinAs,
	makeNote
} from '../../support/workshops/workshop-people.ts';

const CLOSED = { state: 'closed', opened_at: 1 } as const;

forEachEngine('late notes', (open) => {
	let live: LiveApp;
	let workshop: MadeWorkshop;
	let guest: GuestActor;
	let boardId: string;
	let pseudonym: string;

	beforeEach(async () => {
		const db = await open();
		live = await startLiveApp(db);
		workshop = await makeWorkshop(db, { activities: [CLOSED] });
		boardId = workshop.boardIds[0]!;
		guest = await joinAs(db, workshop.workshopId, workshop.categoryIds[0]!);
		pseudonym = await (await openPseudonyms(db)).of(boardId, guest.id);
	});
	afterEach(() => live.stop());

	const lead = () => facilitator(workshop.facilitatorId);
	const late = (text: string, changes: Partial<HandedNote> = {}): HandedNote => ({
		key: `${pseudonym}:${newId(12)}`,
		columnId: 'S',
		text,
		at: 1_700_000_000_000,
		...changes
	});
	const handIn = (...notes: HandedNote[]) =>
		live.app.lateNotes.handIn(guest, workshop.workshopId, { boardId, notes });
	const onBoard = (): Promise<Note[]> => live.app.rooms.read('board', boardId, readNotes);
	const list = () => live.app.lateNotes.list(lead(), workshop.workshopId);
	const admit = (...notes: { key: string }[]) =>
		live.app.lateNotes.admit(
			lead(),
			workshop.workshopId,
			notes.map(({ key }) => ({ boardId, key }))
		);
	const leave = (...notes: { key: string }[]) =>
		live.app.lateNotes.leave(
			lead(),
			workshop.workshopId,
			notes.map(({ key }) => ({ boardId, key }))
		);
	const setBoard = (values: { state?: 'open' | 'closed'; locked?: 0 | 1 }) =>
		live.app.db.updateTable('board').set(values).where('id', '=', boardId).execute();

	test('[LN1] what comes back after the closing waits, and is not on the board', async () => {
		const note = late('تأخرت لأن الشبكة انقطعت');
		const [own] = await handIn(note);
		expect(own).toMatchObject({ ...note, boardId, state: 'waiting' });
		expect(await live.app.lateNotes.own(guest, workshop.workshopId)).toEqual([own]);
		expect(await onBoard()).toEqual([]);
		expect(await list()).toMatchObject([{ ...note, onBoard: false }]);
		expect(await live.app.lateNotes.countWaiting(lead(), workshop.workshopId)).toBe(1);
	});

	test('[LN1] in a closed hall too', async () => {
		await live.app.db.updateTable('workshop').set({ state: 'closed' }).execute();
		expect(await handIn(late('بعد إغلاق القاعة'))).toHaveLength(1);
	});

	test('[LN2] handing in again changes nothing, and a newer wording takes the place of the older', async () => {
		const note = late('ضعف التسويق');
		await Promise.all([handIn(note), handIn(note)]);
		await leave(note);
		expect(await handIn(note)).toMatchObject([{ text: 'ضعف التسويق', state: 'left' }]);
		const newer = { ...note, text: 'ضعف التسويق الرقمي' };
		expect(await handIn(newer)).toMatchObject([{ text: newer.text, state: 'waiting' }]);
		expect(await list()).toHaveLength(1);
	});

	test('[LN3] only one’s own notes, in columns that there are', async () => {
		const other = await joinAs(live.app.db, workshop.workshopId, workshop.categoryIds[0]!);
		const theirs = await (await openPseudonyms(live.app.db)).of(boardId, other.id);
		for (const [note, code] of [
			[late('كلام غيري', { key: `${theirs}:${newId(12)}` }), 'update_refused'],
			[late('بلا مفتاح', { key: 'note' }), 'update_refused'],
			[late('عمود مجهول', { columnId: 'X' }), 'invalid_input']
		] as const) {
			const refusal = await refusalOf(handIn(late('كلامي'), note));
			expect(refusal).toMatchObject({ code, details: { key: note.key } });
		}
		expect(await list()).toEqual([]);
	});

	test('[LN3] observers, strangers and boards that were never shown are refused', async () => {
		const { app } = live;
		const observer = { ...guest, observing: true };
		const elsewhere = await makeWorkshop(app.db, { activities: [CLOSED] });
		const stranger = await joinAs(app.db, elsewhere.workshopId, elsewhere.categoryIds[0]!);
		const handed = { boardId, notes: [late('لا')] };
		for (const actor of [observer, stranger])
			expect(
				await refusalOf(app.lateNotes.handIn(actor, workshop.workshopId, handed))
			).toMatchObject({ code: 'forbidden' });
		const there = { boardId: elsewhere.boardIds[0]!, notes: [late('لا')] };
		expect(await refusalOf(app.lateNotes.handIn(guest, workshop.workshopId, there))).toMatchObject({
			code: 'not_found'
		});
		await app.db
			.updateTable('board')
			.set({ state: 'planned', opened_at: null })
			.where('id', '=', boardId)
			.execute();
		expect(await refusalOf(handIn(late('قبل الأوان')))).toMatchObject({ code: 'forbidden' });
	});

	test('[LN4] where writing is open again the phone is told to write', async () => {
		await setBoard({ state: 'open' });
		expect(await refusalOf(handIn(late('عاد الوقت')))).toMatchObject({ code: 'stale' });
		await setBoard({ locked: 1 });
		expect(await handIn(late('لوحة مقفلة'))).toHaveLength(1);
	});

	test('[LN5] a person hands in a bounded number, all or none, and not without end', async () => {
		const many = Array.from({ length: LATE_NOTE_LIMITS.perPerson }, (_, at) =>
			late('بطاقة', { at })
		);
		await handIn(...many);
		expect(await refusalOf(handIn(late('واحدة أخرى')))).toMatchObject({
			code: 'too_many_items',
			details: { limit: LATE_NOTE_LIMITS.perPerson }
		});
		expect(await handIn(many[0]!)).toHaveLength(many.length);
		const again = Array.from({ length: LATE_NOTE_LIMITS.handInsPerMinute }, () => handIn(many[0]!));
		const refused = (await Promise.allSettled(again)).filter(({ status }) => status === 'rejected');
		const reason = { code: 'too_many_attempts' };
		expect(refused).toMatchObject([{ reason }, { reason }, { reason }]);
	});

	test('[LN6] an admitted note stands on the board under its author, with the time it was written', async () => {
		const [first, second] = [late('الأولى', { at: 1000 }), late('الثانية', { at: 2000 })];
		await handIn(first, second);
		await admit(first);
		expect(await onBoard()).toMatchObject([{ key: first.key, text: 'الأولى', createdAt: 1000 }]);
		const row = await live.app.db
			.selectFrom('note')
			.selectAll()
			.where('key', '=', first.key)
			.executeTakeFirst();
		expect(row).toMatchObject({ author_id: guest.id, edited_by: null, column_id: 'S' });
		expect((await list()).map(({ state }) => state).sort()).toEqual(['admitted', 'waiting']);
		await Promise.all([admit(first, second), admit(second)]);
		expect(await onBoard()).toHaveLength(2);
	});

	test('[LN6] a clock that runs ahead dates no note later than it came', async () => {
		const [own] = await handIn(late('من المستقبل', { at: Date.now() + 86_400_000 }));
		expect(own!.at).toBeLessThanOrEqual(own!.handedAt);
	});

	test('[LN7] a late edit of a note that stands replaces its wording once it is admitted', async () => {
		const note = late('نص أول', { at: 5000 });
		await handIn(note);
		await admit(note);
		const edited = { ...note, text: 'نص ثانٍ', columnId: 'W' };
		await handIn(edited);
		expect(await onBoard()).toMatchObject([{ text: 'نص أول' }]);
		expect(await list()).toMatchObject([{ text: 'نص ثانٍ', state: 'waiting', onBoard: true }]);
		await admit(note);
		expect(await onBoard()).toMatchObject([
			{ key: note.key, text: 'نص ثانٍ', columnId: 'W', createdAt: 5000 }
		]);
	});

	test('[LN7] what stands on the board word for word needs no decision', async () => {
		const note = late('وصلت ولم يُعلم الهاتف');
		await handIn(note);
		await admit(note);
		await live.app.db.deleteFrom('late_note').execute();
		expect(await handIn(note)).toMatchObject([{ state: 'admitted' }]);
	});

	test('[LN8] a note that was left stays in the record, and can be admitted later', async () => {
		const note = late('ربما لاحقاً');
		await handIn(note);
		await leave(note);
		expect(await live.app.lateNotes.own(guest, workshop.workshopId)).toMatchObject([
			{ state: 'left' }
		]);
		expect(await live.app.lateNotes.countWaiting(lead(), workshop.workshopId)).toBe(0);
		expect(await onBoard()).toEqual([]);
		await admit(note);
		await leave(note);
		expect(await list()).toMatchObject([{ state: 'admitted' }]);
		expect(await onBoard()).toHaveLength(1);
	});

	test('[LN9] on a locked board nothing is admitted, and that is said', async () => {
		const note = late('اللوحة مقفلة');
		await handIn(note);
		await setBoard({ locked: 1 });
		expect(await refusalOf(admit(note))).toMatchObject({ code: 'board_locked' });
		expect(await onBoard()).toEqual([]);
		expect(await list()).toMatchObject([{ state: 'waiting' }]);
	});

	test('[LN10] facilitators of the workshop decide, and nobody else sees late notes of others', async () => {
		const { app } = live;
		const note = late('للميسّرين وحدهم');
		await handIn(note);
		const other = await joinAs(app.db, workshop.workshopId, workshop.categoryIds[0]!);
		expect(await app.lateNotes.own(other, workshop.workshopId)).toEqual([]);
		const refs = [{ boardId, key: note.key }];
		for (const actor of [guest, other, director('fes-meknes'), facilitator(newId())])
			for (const attempt of [
				() => app.lateNotes.list(actor, workshop.workshopId),
				() => app.lateNotes.countWaiting(actor, workshop.workshopId),
				() => app.lateNotes.admit(actor, workshop.workshopId, refs),
				() => app.lateNotes.leave(actor, workshop.workshopId, refs)
			])
				expect(await refusalOf(attempt())).toMatchObject({ code: 'forbidden' });
		const elsewhere = await makeWorkshop(app.db);
		expect(
			await refusalOf(
				app.lateNotes.admit(facilitator(elsewhere.facilitatorId), elsewhere.workshopId, refs)
			)
		).toMatchObject({ code: 'not_found' });
	});

	test('[LN10] beside a late note stands what is told beside its author’s notes on the board, and no author', async () => {
		const { db } = live.app;
		const others = [0, 0].map(() => joinAs(db, workshop.workshopId, workshop.categoryIds[0]!));
		for (const author of [guest, ...(await Promise.all(others))])
			await makeNote(db, workshop.workshopId, boardId, { author, text: 'في وقتها' });
		const stranger = await joinAs(db, workshop.workshopId, workshop.categoryIds[1]!);
		await handIn(late('متأخرة'));
		const [told] = await list();
		expect(told!.category).toBe(workshop.categoryIds[0]);
		expect(JSON.stringify(told)).not.toContain(guest.id);
		const key = `${await (await openPseudonyms(db)).of(boardId, stranger.id)}:${newId(12)}`;
		await live.app.lateNotes.handIn(stranger, workshop.workshopId, {
			boardId,
			notes: [late('صوت صغير', { key })]
		});
		expect((await list()).map(({ category }) => category)).toContain('withheld');
	});

	test('[LN11] late notes of private writing wait unseen until the reveal', async () => {
		const note = late('سرٌّ إلى حين');
		const { db } = live.app;
		const { parameters } = await db
			.selectFrom('activity')
			.select('parameters')
			.where('id', '=', workshop.activityIds[0]!)
			.executeTakeFirstOrThrow();
		await db
			.updateTable('activity')
			.set({ parameters: parameters.replace('"shared"', '"private"') })
			.execute();
		await db.updateTable('board').set({ revealed_at: null }).execute();
		await handIn(note);
		expect(await list()).toEqual([]);
		expect(await live.app.lateNotes.countWaiting(lead(), workshop.workshopId)).toBe(0);
		expect(await refusalOf(admit(note))).toMatchObject({ code: 'not_found' });
		await live.app.db.updateTable('board').set({ revealed_at: 1 }).execute();
		expect(await list()).toHaveLength(1);
	});

	test('[LN12] facilitators hear of late notes, and phones of what was decided, without a reload', async () => {
		const { workshopId, facilitatorId, categoryIds } = workshop;
		const room = roomName('stage', workshopId);
		const laptop = new LiveClient(live.syncUrl, room, await live.account(facilitatorId));
		const phone = new LiveClient(live.syncUrl, room, await live.guest(workshopId, categoryIds[0]!));
		try {
			await until('both follow', () => laptop.synced && phone.synced);
			const note = late('جديدة');
			await handIn(note);
			await until('the laptop counts it', () => laptop.presence?.lateNotes === 1);
			expect(phone.presence).toBeUndefined();
			await admit(note);
			await until('the phone hears', () => (readStage(phone.doc)?.lateDecision ?? 0) > 0);
			await until('the laptop counts none', () => laptop.presence?.lateNotes === 0);
			const told = readStage(phone.doc)!.lateDecision;
			const next = late('وأخرى');
			await handIn(next);
			await leave(next);
			await until('it hears again', () => (readStage(phone.doc)?.lateDecision ?? 0) > told);
		} finally {
			laptop.destroy();
			phone.destroy();
		}
	});

	test('[LN12] those of private writing are counted once they are revealed, without a reload', async () => {
		const { db } = live.app;
		const hidden = await makeWorkshop(db, {
			activities: [{ ...CLOSED, parameters: { writing: 'private' }, revealed_at: null }]
		});
		const { workshopId, categoryIds } = hidden;
		const board = hidden.boardIds[0]!;
		const person = await joinAs(db, workshopId, categoryIds[0]!);
		const name = await (await openPseudonyms(db)).of(board, person.id);
		const laptop = new LiveClient(
			live.syncUrl,
			roomName('stage', workshopId),
			await live.account(hidden.facilitatorId)
		);
		try {
			await live.app.lateNotes.handIn(person, workshopId, {
				boardId: board,
				notes: [late('متأخرة', { key: `${name}:${newId(12)}` })]
			});
			await until('the laptop counts', () => laptop.presence !== undefined);
			expect(laptop.presence?.lateNotes).toBe(0);
			const runs = facilitator(hidden.facilitatorId);
			const { version } = await live.app.stage.get(runs, workshopId);
			await live.app.stage.revealNotes(runs, workshopId, hidden.activityIds[0]!, version);
			await until('the laptop counts it', () => laptop.presence?.lateNotes === 1);
		} finally {
			laptop.destroy();
		}
	});
});

test('[LN5] what is handed in is read cleanly, and refused with the note’s key', () => {
	const note = { key: 'k', columnId: 'S', text: ' ضعف \0التسويق ', at: 12.7 };
	expect(parseHandIn({ boardId: 'a', notes: [note] }).notes).toEqual([
		{ key: 'k', columnId: 'S', text: 'ضعف التسويق', at: 12 }
	]);
	for (const [sent, error] of [
		[{ boardId: 'a', notes: [] }, { code: 'invalid_input' }],
		[{ boardId: 'a', notes: [{ ...note, at: -1 }] }, { code: 'invalid_input' }],
		[
			{ boardId: 'a', notes: [{ ...note, text: ' ' }] },
			{ code: 'text_empty', details: { key: 'k' } }
		],
		[
			{ boardId: 'a', notes: [{ ...note, text: 'س'.repeat(601) }] },
			{ code: 'text_too_long', details: { key: 'k', limit: 600, length: 601 } }
		]
	] as const)
		expect(() => parseHandIn(sent)).toThrow(expect.objectContaining(error) as Error);
});
