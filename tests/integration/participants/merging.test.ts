import { afterEach, beforeEach, expect, test } from 'vitest';
import { addNote, readNotes } from '#lib/board/board-doc.ts';
import type { GuestActor } from '#lib/domain/people/actor.ts';
import { findGuestActor } from '#lib/server/access/load-actor.ts';
import type { App } from '#lib/server/app.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { openPseudonyms } from '#lib/server/notes/pseudonyms.ts';
import { getPersonActor } from '#lib/server/reads/present-people.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { refusalOf } from '../../support/refusal.ts';
import { browserOf, type Browser } from '../../support/workshops/browser.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { openApp, tokenOf } from '../../support/workshops/people.ts';
import { castBallot, endVote, publishVote } from '../../support/workshops/publish-vote.ts';
import {
	facilitator,
	joinAs,
	makeCluster,
	makeTable
} from '../../support/workshops/workshop-people.ts';

forEachEngine('two entries of one person', (open) => {
	let db: RootDb;
	let app: App;
	let made: MadeWorkshop;
	let first: GuestActor;
	let second: GuestActor;
	let cluster: string;

	beforeEach(async () => {
		db = await open();
		app = await openApp(db);
		made = await makeWorkshop(db);
		first = await joinAs(db, made.workshopId, made.categoryIds[0]!);
		second = await joinAs(db, made.workshopId, made.categoryIds[1]!);
	});
	afterEach(() => app.close());

	const lead = () => facilitator(made.facilitatorId);
	const merge = (kept = first, other = second) =>
		app.people.merge(lead(), made.workshopId, kept.participantId, [other.participantId]);
	const people = () => app.people.list(lead(), made.workshopId);

	/** Writes a note on the board as that person does. */
	async function write(author: GuestActor, text: string): Promise<string> {
		const board = made.boardIds[0]!;
		const pseudonym = await (await openPseudonyms(db)).of(board, author.id);
		let key = '';
		await app.rooms.change('board', board, null, (doc) => {
			key = addNote(doc, { pseudonym, columnId: 'S', text, at: 1 });
		});
		return key;
	}
	async function openVote(): Promise<string> {
		const note = await write(first, 'التسويق');
		cluster = await makeCluster(db, made.groupingId, 'التسويق', {
			notes: [{ board: made.boardIds[0]!, key: note }]
		});
		const { version } = await app.stage.get(lead(), made.workshopId);
		return app.votes.openVote(lead(), made.workshopId, made.activityIds[0]!, version);
	}
	const cast = (voter: GuestActor, voteId: string) =>
		castBallot(app, voter, voteId, { [cluster]: 1 });
	const turnout = (voteId: string) => app.votes.turnout(lead(), voteId);

	test('[PE11] the notes of both are one person’s, and stand where they stood', async () => {
		const keys = [await write(first, 'الأولى'), await write(second, 'الثانية')];
		await merge();
		const board = made.boardIds[0]!;
		const rows = await db.selectFrom('note').select(['key', 'author_id']).execute();
		expect(new Map(rows.map((row) => [row.key, row.author_id]))).toEqual(
			new Map(keys.map((key) => [key, first.id]))
		);
		expect((await app.rooms.read('board', board, readNotes)).map(({ key }) => key).sort()).toEqual(
			[...keys].sort()
		);
		// What is written or changed on the board afterwards leaves the author who they are.
		await write(first, 'بعد الدمج');
		const authors = await db.selectFrom('note').select('author_id').distinct().execute();
		expect(authors).toEqual([{ author_id: first.id }]);
		expect(await people()).toMatchObject([{ participantId: first.participantId, removed: false }]);
		const joined = await app.participants.attendance(lead(), made.workshopId);
		expect(joined.map((category) => category.joined)).toEqual([1, 0, 0]);
	});

	test('[PE11] one voice remains in an open vote, and a ballot of the other entry is deleted', async () => {
		const voteId = await openVote();
		await cast(first, voteId);
		await cast(second, voteId);
		await merge();
		expect(await turnout(voteId)).toEqual({ voted: 1, mayVote: 1 });
		expect(await db.selectFrom('ballot').selectAll().execute()).toHaveLength(1);
		expect((await app.votes.voteFor(first, voteId)).recorded?.turn).toBe(1);
	});

	test('[PE11] who came back with a late entry votes with it, once', async () => {
		const voteId = await openVote();
		await cast(second, voteId);
		const late = await joinAs(db, made.workshopId, made.categoryIds[0]!);
		await merge(late, second);
		expect(await turnout(voteId)).toEqual({ voted: 0, mayVote: 2 });
		expect(await app.votes.waiting(lead(), voteId)).toEqual([]);
		await cast(late, voteId);
		expect(await turnout(voteId)).toEqual({ voted: 1, mayVote: 2 });
	});

	test('[PE11] in a vote that ended the kept entry’s ballot counts, else the other’s', async () => {
		const voteId = await openVote();
		const third = await joinAs(db, made.workshopId, made.categoryIds[0]!);
		await app.votes.letVote(lead(), voteId, [third.participantId]);
		await cast(second, voteId);
		await cast(third, voteId);
		await endVote(app, lead(), made.workshopId, voteId);
		await merge(first, second);
		expect(await turnout(voteId)).toEqual({ voted: 2, mayVote: 2 });
		// All three are one person, who has one voice.
		await merge(third, first);
		expect(await turnout(voteId)).toMatchObject({ voted: 1 });
	});

	test('[PE11] a vote that is opened again gives the voice of a merged entry to the kept one', async () => {
		const voteId = await openVote();
		await cast(second, voteId);
		await endVote(app, lead(), made.workshopId, voteId);
		await merge(first, second);
		const { version } = await app.stage.get(lead(), made.workshopId);
		await app.votes.reopenVote(lead(), made.workshopId, voteId, version);
		expect(await turnout(voteId)).toMatchObject({ voted: 0 });
		expect(await app.votes.waiting(lead(), voteId)).toEqual([]);
		await cast(first, voteId);
		expect(await turnout(voteId)).toMatchObject({ voted: 1 });
	});

	test('[PE11] a published vote is not touched', async () => {
		const voteId = await openVote();
		await cast(first, voteId);
		await cast(second, voteId);
		await publishVote(app, lead(), made.workshopId, voteId);
		const record = await app.votes.results(lead(), made.workshopId, voteId);
		await merge();
		expect(await app.votes.results(lead(), made.workshopId, voteId)).toEqual(record);
		expect(record).toMatchObject({ voters: 2, electorate: 2 });
	});

	test('[PE11] the kept entry sits where the other sat, and keeps a seat of its own', async () => {
		const { spaceId } = await makeTable(db, made);
		const seat = { spaceId, participantId: second.participantId, role: 'rapporteur' } as const;
		await app.spaces.seat(lead(), made.workshopId, seat);
		await merge();
		expect((await findGuestActor(db, first.id))?.seats).toMatchObject([
			{ spaceId, role: 'rapporteur' }
		]);
	});

	test('[PE11] an entry that was merged is nobody’s any more, and is not let in again', async () => {
		await merge();
		expect(await findGuestActor(db, second.id)).toBeUndefined();
		const again = app.people.letIn(lead(), made.workshopId, second.participantId);
		expect(await refusalOf(again)).toMatchObject({ code: 'not_found' });
		expect(await refusalOf(merge())).toMatchObject({ code: 'not_found' });
		const itself = app.people.merge(lead(), made.workshopId, first.participantId, [
			first.participantId
		]);
		expect(await refusalOf(itself)).toMatchObject({ code: 'invalid_input' });
	});

	test('[PE12] a second phone enters by a personal code as the same person, once', async () => {
		const path = await app.people.personalLink(lead(), made.workshopId, first.participantId);
		const entered = await app.guestLinks.enter(tokenOf(path));
		expect(entered.participantId).toBe(first.participantId);
		expect(await people()).toHaveLength(2);
		expect(await refusalOf(app.guestLinks.enter(tokenOf(path)))).toMatchObject({
			code: 'personal_code_invalid'
		});
		await app.people.remove(lead(), made.workshopId, first.participantId);
		const out = app.people.personalLink(lead(), made.workshopId, first.participantId);
		expect(await refusalOf(out)).toMatchObject({ code: 'not_found' });
	});

	test('[PE10] people who joined with one device are told together, and no device is told', async () => {
		const { joinCode } = await app.workshops.get(lead(), made.workshopId);
		const join = async (browser: Browser, name: string) => {
			const input = { name, organisation: '', province: '', language: 'ar' } as const;
			const joined = await app.participants.join(
				{ ...input, code: joinCode, categoryId: made.categoryIds[0]! },
				browser
			);
			return { joined, actorId: await getPersonActor(db, made.workshopId, joined.participantId) };
		};
		const device = 'd'.repeat(32);
		for (const name of ['سعاد', 'كريم']) {
			const browser = browserOf(app, device);
			const { joined } = await join(browser, name);
			await app.participants.leave(joined.session!.token, made.workshopId, browser);
		}
		await join(browserOf(app), 'أحمد');
		const told = await people();
		expect(Object.fromEntries(told.map(({ name, sameDevice }) => [name, sameDevice]))).toEqual({
			سعاد: 1,
			كريم: 1,
			أحمد: null,
			'': null
		});
		const rows = JSON.stringify(await db.selectFrom('participant').selectAll().execute());
		for (const text of [JSON.stringify(told), rows]) expect(text).not.toContain(device);
	});
});
