import { afterEach, beforeEach, expect, test } from 'vitest';
import { readStage } from '#lib/board/stage-doc.ts';
import type { GuestActor } from '#lib/domain/people/actor.ts';
import type { App } from '#lib/server/app.ts';
import { createLink, DAY } from '#lib/server/auth/links.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { castBallot, publishVote } from '../../support/workshops/publish-vote.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { openApp } from '../../support/workshops/people.ts';
import {
	director,
	endWriting,
	facilitator,
	joinAs,
	makeCluster,
	makeNote,
	makeRegion,
	makeTable
} from '../../support/workshops/workshop-people.ts';

const FOUR = [{}, {}, {}, {}];

forEachEngine('running and the screen', (open) => {
	let db: RootDb;
	let app: App;
	let made: MadeWorkshop;

	beforeEach(async () => {
		db = await open();
		app = await openApp(db);
		made = await makeWorkshop(db, {
			workshop: { region_id: await makeRegion(db) },
			categories: FOUR,
			activities: [
				{ parameters: { vote: { method: 'dots', budget: 3, cap: 2 } } },
				{ state: 'planned', opened_at: null }
			]
		});
	});
	afterEach(() => app.close());

	const lead = () => facilitator(made.facilitatorId);
	const join = (category: number) => joinAs(db, made.workshopId, made.categoryIds[category]!);
	const write = (author: GuestActor, text = 'فكرة', deleted: 0 | 1 = 0) =>
		makeNote(db, made.workshopId, made.boardIds[0]!, { author, text, deleted });
	const categories = () => app.noteCategories.of(lead(), made.workshopId, made.boardIds[0]!);
	const version = async () => (await app.stage.get(lead(), made.workshopId)).version;

	test('[RN7] facilitators see the category beside a note, and nobody else does', async () => {
		const people = [await join(0), await join(0), await join(0)];
		const note = await write(people[0]!);
		await write(people[1]!, '', 1);
		await write(people[2]!, '', 1);
		await endWriting(db, made.workshopId);
		expect(await categories()).toEqual({ [note.key]: made.categoryIds[0] });
		for (const actor of [people[0]!, director('fes-meknes'), facilitator('another')])
			await expect(
				app.noteCategories.of(actor, made.workshopId, made.boardIds[0]!)
			).rejects.toMatchObject({ code: 'forbidden' });
	});

	test('[RN7] a board of another workshop has no categories here', async () => {
		const other = await makeWorkshop(db);
		await expect(
			app.noteCategories.of(lead(), made.workshopId, other.boardIds[0]!)
		).rejects.toMatchObject({ code: 'not_found' });
	});

	test('[RM31] what everybody follows never goes back to an earlier step', async () => {
		const shown: number[] = [];
		await app.rooms.read('stage', made.workshopId, (doc) => {
			doc.on('update', () => shown.push(readStage(doc)?.version ?? NaN));
		});
		for (let step = 0; step < 40; step++) {
			const seen = await version();
			const reading = Array.from({ length: 3 }, () => app.stage.announce(made.workshopId));
			await app.stage.addMinutes(lead(), made.workshopId, step % 2 === 0 ? 1 : -1, seen);
			await Promise.all(reading);
		}
		expect(shown.length).toBeGreaterThanOrEqual(40);
		expect(shown).toEqual(shown.toSorted((a, b) => a - b));
		expect(shown.at(-1)).toBe(await version());
	});

	test('[RM32] a step that was stored and not told is told by the next start', async () => {
		const seen = await version();
		await app.stage.addMinutes(lead(), made.workshopId, 1, seen);
		await db
			.updateTable('stage')
			.set({ version: seen + 2, view: 'vote' })
			.where('id', '=', made.workshopId)
			.execute();
		const again = await openApp(db);
		const told = await again.rooms.read('stage', made.workshopId, readStage);
		expect(told).toMatchObject({ version: seen + 2, view: 'vote' });
	});

	test('[RN8] categories of fewer people than the floor read as one, once writing has ended', async () => {
		const authors: GuestActor[] = [];
		for (const category of [0, 0, 0, 1, 1, 2, 2]) authors.push(await join(category));
		const keys: string[] = [];
		for (const author of authors) keys.push((await write(author)).key);
		expect(await categories()).toEqual({});
		await endWriting(db, made.workshopId);
		const shown = await categories();
		expect(keys.map((key) => shown[key])).toEqual([
			...Array.from({ length: 3 }, () => made.categoryIds[0]),
			'withheld',
			'withheld',
			'withheld',
			'withheld'
		]);
	});

	test('[RN8] a small category alone hides the next smallest with it', async () => {
		const authors: GuestActor[] = [];
		for (const category of [0, 0, 0, 1, 1, 1, 1, 2]) authors.push(await join(category));
		const keys: string[] = [];
		for (const author of authors) keys.push((await write(author)).key);
		await endWriting(db, made.workshopId);
		const shown = await categories();
		expect([0, 3, 7].map((index) => shown[keys[index]!])).toEqual([
			'withheld',
			made.categoryIds[1],
			'withheld'
		]);
	});

	test('[GR5] people who were invented and never wrote name nobody beside a note', async () => {
		const { key } = await write(await join(0));
		for (let invented = 0; invented < 5; invented++) await join(0);
		await endWriting(db, made.workshopId);
		expect(await categories()).toEqual({ [key]: 'withheld' });
	});

	test('[GR5] what stands beside a note stays, whoever comes, writes or is taken out', async () => {
		const authors = [await join(0), await join(0), await join(0), await join(1)];
		const keys: string[] = [];
		for (const author of authors) keys.push((await write(author)).key);
		await endWriting(db, made.workshopId);
		// One alone of its category hides the others.
		const shown = await categories();
		expect(keys.map((key) => shown[key])).toEqual(Array(4).fill('withheld'));
		await db.updateTable('board').set({ state: 'open' }).execute();
		for (const category of [0, 1, 1, 1]) keys.push((await write(await join(category))).key);
		expect(await categories()).toMatchObject(shown);
		await app.people.remove(lead(), made.workshopId, authors[3]!.participantId);
		await endWriting(db, made.workshopId);
		const later = await categories();
		expect(keys.map((key) => later[key])).toEqual(Array(8).fill('withheld'));
	});

	test('[GR5] at a table only those who sat there count', async () => {
		const people = [await join(0), await join(0), await join(0), await join(0)];
		const { spaceId, boardId } = await makeTable(db, made, { activityId: made.activityIds[0]! });
		const at = Date.now();
		for (const [index, { id: actor_id }] of people.slice(0, 2).entries())
			await db
				.insertInto('seat')
				.values({
					id: `${spaceId}${index}`,
					space_id: spaceId,
					layer: 'table',
					actor_id,
					role: 'member',
					since: at,
					until: null
				})
				.execute();
		const inHall = [];
		for (const author of people) inHall.push(await write(author));
		const atTable = [];
		for (const author of people.slice(0, 2))
			atTable.push(await makeNote(db, made.workshopId, boardId, { author, text: 'فكرة' }));
		await endWriting(db, made.workshopId);
		const table = await app.noteCategories.of(lead(), made.workshopId, boardId);
		expect(atTable.map(({ key }) => table[key])).toEqual(['withheld', 'withheld']);
		const hall = await categories();
		expect(inHall.map(({ key }) => hall[key])).toEqual(Array(4).fill(made.categoryIds[0]));
	});

	test('[RN9] notes and clusters that stand are counted for those who run the workshop', async () => {
		const author = await join(0);
		const notes = [await write(author), await write(author, '', 1)];
		await makeCluster(db, made.groupingId, 'التسويق', { notes });
		await makeCluster(db, made.groupingId, 'مدمجة', { deleted: 1 });
		expect(await app.run.countNotes(lead(), made.workshopId)).toEqual(
			new Map([[made.boardIds[0], 1]])
		);
		const clusters = [lead(), made.workshopId, made.activityIds[0]!] as const;
		expect(await app.votes.countVotable(...clusters)).toBe(1);
		await expect(app.run.countNotes(author, made.workshopId)).rejects.toMatchObject({
			code: 'forbidden'
		});
	});

	test('[SC1] the link opens the screen again and again; one that replaces it ends it', async () => {
		const token = await app.workshops.createScreenLink(lead(), made.workshopId);
		expect((await app.screen.open(token)).workshop.id).toBe(made.workshopId);
		expect((await app.screen.open(token)).workshop.id).toBe(made.workshopId);
		const newer = await app.workshops.createScreenLink(lead(), made.workshopId, {
			replacing: true
		});
		await expect(app.screen.open(token)).rejects.toMatchObject({ code: 'link_invalid' });
		await expect(app.screen.figures(token)).rejects.toMatchObject({ code: 'link_invalid' });
		expect((await app.screen.open(newer)).agenda).toHaveLength(2);
	});

	test('[SC10] a short code makes a computer the hall’s screen, until a newer one or a day has passed', async () => {
		const projector = { device: 'projector', address: '192.0.2.9' };
		const code = await app.workshops.createScreenCode(lead(), made.workshopId);
		expect(code).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
		const token = await app.screen.enter(` ${code.toLowerCase()} `, projector);
		expect((await app.screen.open(token)).workshop.id).toBe(made.workshopId);
		// A second computer, and the first one goes on.
		const second = await app.screen.enter(code, projector);
		expect(second).not.toBe(token);
		expect((await app.screen.open(token)).workshop.id).toBe(made.workshopId);
		// A copy of the database opens nothing.
		const links = await db.selectFrom('link').selectAll().execute();
		expect(JSON.stringify(links)).not.toContain(code);
		const newer = await app.workshops.createScreenCode(lead(), made.workshopId);
		const { join_code: joinCode } = await db
			.selectFrom('workshop')
			.select('join_code')
			.executeTakeFirstOrThrow();
		for (const wrong of [code, joinCode, 'nonsense', ''])
			await expect(app.screen.enter(wrong, projector)).rejects.toMatchObject({
				code: 'join_code_invalid'
			});
		await db.updateTable('link').set({ expires_at: 1 }).execute();
		await expect(app.screen.enter(newer, projector)).rejects.toMatchObject({
			code: 'join_code_invalid'
		});
		for (const actor of [director('fes-meknes'), facilitator('another'), await join(0)])
			await expect(app.workshops.createScreenCode(actor, made.workshopId)).rejects.toMatchObject({
				code: 'forbidden'
			});
	});

	test('[SC1] an expired link, and one for something else, opens nothing', async () => {
		const workshopId = made.workshopId;
		const expired = await createLink(db, {
			purpose: 'screen',
			workshopId,
			reusable: true,
			lifetime: -1
		});
		const other = await createLink(db, { purpose: 'sign_in', workshopId, lifetime: DAY });
		for (const token of [expired, other, 'guess', ''])
			await expect(app.screen.open(token)).rejects.toMatchObject({ code: 'link_invalid' });
	});

	test('[SC2] the screen counts seats in all, and no category', async () => {
		await join(0);
		await join(1);
		const token = await app.workshops.createScreenLink(lead(), made.workshopId);
		const { figures } = await app.screen.open(token);
		expect(figures).toEqual({
			workshopId: made.workshopId,
			seats: { joined: 2, expected: 20 },
			vote: null
		});
	});

	test('[SC3] an open vote gives turnout and titles, a published one totals, neither any category', async () => {
		const voters = [await join(0), await join(0), await join(0), await join(0)];
		const note = await write(voters[0]!);
		const cluster = await makeCluster(db, made.groupingId, 'التسويق', { notes: [note] });
		const token = await app.workshops.createScreenLink(lead(), made.workshopId);
		const activity = made.activityIds[0]!;
		const voteId = await app.votes.openVote(lead(), made.workshopId, activity, await version());
		for (const voter of voters) await castBallot(app, voter, voteId, { [cluster]: 2 });
		const option = { kind: 'cluster', ref: cluster, title: { ar: 'التسويق' } };
		const vote = { id: voteId, turnout: { voted: 4, mayVote: 4 }, options: [option] };
		const open = { ...vote, state: 'open', results: null };
		expect((await app.screen.figures(token)).vote).toEqual(open);

		await publishVote(app, lead(), made.workshopId, voteId);
		const options = [{ ...option, score: 8, rank: 1, tied: false }];
		const shown = await app.screen.figures(token);
		expect(shown.vote).toMatchObject({
			...vote,
			state: 'published',
			results: {
				outcome: { options, cast: 8, possible: 8 },
				unit: 'dots',
				voters: 4,
				electorate: 4
			}
		});
		expect(JSON.stringify(shown)).not.toContain(made.categoryIds[0]);
	});
});
