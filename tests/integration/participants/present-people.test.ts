import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteRefId } from '#lib/board/clusters-doc.ts';
import type { GuestActor } from '#lib/domain/people/actor.ts';
import type { WorkshopData } from '#lib/server/documents/workshop-data/workshop-json.ts';
import { stageContent } from '#lib/server/stage/stage-content.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { startLiveApp, type LiveApp } from '../../support/server/live-app.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { facilitator, joinAs, makeNote } from '../../support/workshops/workshop-people.ts';

/** People of each category before one of the first is taken out, which leaves that one under the floor. */
const PEOPLE = [3, 5, 4] as const;

forEachEngine('who is present', (open) => {
	let live: LiveApp;
	let workshop: MadeWorkshop;
	let gone: GuestActor;
	let proposedFrom: string[];

	beforeEach(async () => {
		live = await startLiveApp(await open());
		const { app } = live;
		workshop = await makeWorkshop(app.db, {
			categories: PEOPLE.map(() => ({ observing: 0, expected: 5 }))
		});
		const { workshopId, categoryIds, boardIds } = workshop;
		proposedFrom = [];
		for (const [index, count] of PEOPLE.entries())
			for (let person = 0; person < count; person++) {
				const guest = await joinAs(app.db, workshopId, categoryIds[index]!);
				const author = { author: guest, text: `${index} ${person}` };
				proposedFrom.push(noteRefId(await makeNote(app.db, workshopId, boardIds[0]!, author)));
				if (index === 0) gone = guest;
			}
		await app.people.remove(lead(), workshopId, gone.participantId);
	});
	afterEach(() => live.stop());

	const lead = () => facilitator(workshop.facilitatorId);

	test('[PE8] no page, figure or file counts who was taken out, and all withhold the same categories', async () => {
		const { app } = live;
		const { workshopId, categoryIds } = workshop;
		const [small, next, large] = categoryIds as [string, string, string];
		const attendance = await app.participants.attendance(lead(), workshopId);
		expect(attendance.map(({ joined }) => joined)).toEqual([2, 5, 4]);
		const presence = await stageContent(app.db).presence!(workshopId, [], new Set());
		expect(presence).toMatchObject({ joined: { [small]: 2, [next]: 5, [large]: 4 } });

		// Two are under the floor of three, and four more are told with them so that the two do not follow.
		const shown = await app.figures.shown(lead(), workshopId);
		expect(shown.groups).toEqual([
			{ categoryIds: [next], people: 5, notes: 5 },
			{ categoryIds: [small, large], people: 6, notes: 6 }
		]);
		expect(shown.counts).toMatchObject({ participants: 11, voters: 11, notes: 12 });
		expect(await app.documents.overview(lead(), workshopId)).toMatchObject({ participants: 11 });
		const [summary] = await app.workshops.list(lead());
		expect(summary).toMatchObject({ participants: 11, notes: 12 });

		const groups = await app.noteCategories.groups(workshopId);
		expect([...groups]).toEqual([
			[small, 'small'],
			[next, next],
			[large, 'small']
		]);
		await app.proposals.create(lead(), workshopId, {
			text: { ar: 'اقتراح' },
			clusterIds: [],
			noteKeys: proposedFrom
		});
		const [proposal] = await app.proposals.list(lead(), workshopId);
		expect(proposal!.categories.map(({ id }) => id)).toEqual([next]);

		const file = await data();
		expect(file.categories.map(({ present }) => present)).toEqual([null, 5, null]);
		expect(file.participants).toHaveLength(11);
		expect(new Set(file.participants.map(({ category }) => category))).toEqual(
			new Set([next, null])
		);
	});

	test('[PE8] their notes stand as nobody’s: beside no category and no pseudonym, counted for none', async () => {
		const { app } = live;
		const { workshopId, boardIds, categoryIds } = workshop;
		const complete = await app.figures.complete(lead(), workshopId);
		expect(complete.notesByCategory.get(categoryIds[0]!)).toBe(2);
		expect(complete.counts.notes).toBe(12);
		const beside = await app.noteCategories.of(lead(), workshopId, boardIds[0]!);
		expect(Object.keys(beside)).toHaveLength(11);

		const file = await data();
		const authors = file.notes.map(({ author }) => author);
		expect(file.notes).toHaveLength(12);
		expect(authors.filter((author) => author === null)).toHaveLength(1);
		const known = new Set<string | null>(file.participants.map(({ id }) => id));
		expect(authors.every((author) => author === null || known.has(author))).toBe(true);
	});

	test('[PE8] who is let in again counts again everywhere', async () => {
		const { app } = live;
		const { workshopId } = workshop;
		await app.people.letIn(lead(), workshopId, gone.participantId);
		const shown = await app.figures.shown(lead(), workshopId);
		expect(shown.groups.map(({ people }) => people)).toEqual([...PEOPLE]);
		const file = await data();
		expect(file.categories.map(({ present }) => present)).toEqual([...PEOPLE]);
		expect(file.notes.every(({ author, category }) => author !== null && category !== null)).toBe(
			true
		);
	});

	async function data(): Promise<WorkshopData> {
		const wanted = { format: 'json', locale: 'ar' } as const;
		const { bytes } = await live.app.documents.export(lead(), workshop.workshopId, wanted);
		return JSON.parse(new TextDecoder().decode(bytes)) as WorkshopData;
	}
});
