import { afterEach, beforeEach, expect, test } from 'vitest';
import { noteRefId } from '#lib/board/clusters-doc.ts';
import type { GuestActor } from '#lib/domain/people/actor.ts';
import type { WorkshopData } from '#lib/server/documents/data/workshop-json.ts';
import { stageContent } from '#lib/server/stage/stage-content.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { startLiveApp, type LiveApp } from '../../support/server/live-app.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import {
	endWriting,
	facilitator,
	joinAs,
	makeNote
} from '../../support/workshops/workshop-people.ts';

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
		const guests: GuestActor[] = [];
		for (const [index, count] of PEOPLE.entries())
			for (let person = 0; person < count; person++)
				guests.push(await joinAs(app.db, workshopId, categoryIds[index]!));
		proposedFrom = [];
		for (const author of guests) {
			const note = { author, text: author.id };
			proposedFrom.push(noteRefId(await makeNote(app.db, workshopId, boardIds[0]!, note)));
		}
		gone = guests[PEOPLE[0] - 1]!;
		await app.people.remove(lead(), workshopId, gone.participantId);
	});
	afterEach(() => live.stop());

	const lead = () => facilitator(workshop.facilitatorId);

	test('[PE8] no page, figure or file counts who was taken out', async () => {
		const { app } = live;
		const { workshopId, categoryIds } = workshop;
		const [small, next, large] = categoryIds as [string, string, string];
		const attendance = await app.participants.attendance(lead(), workshopId);
		expect(attendance.map(({ joined }) => joined)).toEqual([2, 5, 4]);
		const presence = await stageContent(app.db).presence!(workshopId, [], new Set());
		expect(presence).toMatchObject({ joined: { [small]: 2, [next]: 5, [large]: 4 } });

		const shown = await app.figures.shown(lead(), workshopId);
		expect(shown.counts).toMatchObject({ participants: 11, voters: 11, notes: 12 });
		expect(await app.documents.overview(lead(), workshopId)).toMatchObject({ participants: 11 });
		const [summary] = await app.workshops.list(lead());
		expect(summary).toMatchObject({ participants: 11, notes: 12 });

		await close();
		// Two are under the floor of three: as neighbours of theirs all three are told together.
		const told = [{ categoryIds, people: 11, notes: 11 }];
		expect((await app.figures.shown(lead(), workshopId)).groups).toEqual(told);
		const file = await data();
		expect(file.groups).toEqual(told);
		expect(file.people).toBe(11);
		expect(file.categories.map(({ present }) => present)).toEqual([null, null, null]);
	});

	test('[PE8] their notes stand as nobody’s in all that is counted', async () => {
		const { app } = live;
		const { workshopId, categoryIds } = workshop;
		const complete = await app.figures.complete(lead(), workshopId);
		expect(complete.notesByCategory.get(categoryIds[0]!)).toBe(2);
		expect(complete.counts.notes).toBe(12);
		expect((await data()).notes).toHaveLength(12);
	});

	test('[GR5] their notes read as they did, so that nobody sees which were theirs', async () => {
		const { app } = live;
		const { workshopId, boardIds, categoryIds } = workshop;
		await app.people.letIn(lead(), workshopId, gone.participantId);
		await endWriting(app.db, workshopId);
		const beside = await app.noteCategories.of(lead(), workshopId, boardIds[0]!);
		expect(Object.keys(beside)).toHaveLength(12);
		expect(new Set(Object.values(beside))).toEqual(new Set(categoryIds));
		await app.proposals.create(lead(), workshopId, {
			text: { ar: 'اقتراح' },
			clusterIds: [],
			noteKeys: proposedFrom
		});
		const heard = async () => (await app.proposals.list(lead(), workshopId))[0]!.categories;
		const besideInFile = async () => (await data()).notes.map(({ category }) => category);
		const before = [await heard(), await besideInFile()];
		await app.people.remove(lead(), workshopId, gone.participantId);
		expect(await app.noteCategories.of(lead(), workshopId, boardIds[0]!)).toEqual(beside);
		expect([await heard(), await besideInFile()]).toEqual(before);
	});

	test('[GR6] who is taken out once groups were told stays counted in them', async () => {
		const { app } = live;
		const { workshopId } = workshop;
		await app.people.letIn(lead(), workshopId, gone.participantId);
		await close();
		const { groups } = await app.figures.shown(lead(), workshopId);
		expect(groups.map(({ people }) => people)).toEqual([...PEOPLE]);
		await app.people.remove(lead(), workshopId, gone.participantId);
		const { version } = await app.workshops.get(lead(), workshopId);
		await app.workshops.openHall(lead(), workshopId, version);
		await close();
		const shown = await app.figures.shown(lead(), workshopId);
		expect(shown.groups).toEqual(groups);
		expect(shown.counts.participants).toBe(11);
	});

	async function close(): Promise<void> {
		const { version } = await live.app.workshops.get(lead(), workshop.workshopId);
		await live.app.workshops.closeHall(lead(), workshop.workshopId, version);
	}

	async function data(): Promise<WorkshopData> {
		const wanted = { subject: 'data', format: 'json', locale: 'ar' } as const;
		const { bytes } = await live.app.documents.make(lead(), workshop.workshopId, wanted);
		return JSON.parse(new TextDecoder().decode(bytes)) as WorkshopData;
	}
});
