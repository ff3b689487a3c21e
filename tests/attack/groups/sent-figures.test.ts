import { expect, test } from 'vitest';
import type { CountedPerson } from '#lib/domain/groups/release.ts';
import { figuresBody } from '#lib/server/api/figure.api.ts';
import type { App } from '#lib/server/app.ts';
import type { WorkshopData } from '#lib/server/documents/data/workshop-json.ts';
import { SeededRandom } from '../../fuzz/seeded-random.ts';
import { MIGRATIONS } from '#lib/server/db/migrations.ts';
import { migrateToLatest } from '#lib/server/db/migrate.ts';
import { openSqlite } from '#lib/server/db/open-database.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { openApp } from '../../support/workshops/people.ts';
import { publishVote } from '../../support/workshops/publish-vote.ts';
import {
	director,
	facilitator,
	joinAs,
	makeCluster,
	makeNote,
	makeRegion
} from '../../support/workshops/workshop-people.ts';
import { OUR_FIGURES } from './rules.ts';
import { randomCourse, type Course, type Step } from './told-figures.ts';

const HALLS = 8;

type SentGroup = readonly [categories: string, people: number | 'later', notes: number | 'later'];

test('[GR6] what facilitators and directors are sent of groups, after each step, is what the attacker was given', async () => {
	const db = openSqlite(':memory:');
	await migrateToLatest(db, MIGRATIONS);
	const app = await openApp(db);
	try {
		const random = new SeededRandom(41);
		for (let hall = 0; hall < HALLS; hall++) {
			const course = randomCourse(random, { people: 10, categories: 3 });
			await runReal(app, course, () => random.below(3));
		}
	} finally {
		await app.close();
	}
});

/** Takes each step with the real services and compares what is sent then with what the rules tell. */
async function runReal(app: App, planned: Course, anyCategory: () => number): Promise<void> {
	const made = await makeWorkshop(app.db, {
		workshop: { region_id: await makeRegion(app.db) },
		categories: planned.categories.map(({ expected }) => ({ expected })),
		activities: [{ parameters: { vote: { method: 'approval' } } }]
	});
	const categories = planned.categories.map(({ expected }, index) => ({
		id: made.categoryIds[index] ?? '',
		expected
	}));
	const course = { ...planned, categories };
	const told = OUR_FIGURES(course);
	const lead = facilitator(made.facilitatorId);
	// Of nobody who joined, so that it counts for no group.
	const note = await makeNote(app.db, made.workshopId, made.boardIds[0] ?? '', { text: 'بداية' });
	await makeCluster(app.db, made.groupingId, 'مجموعة', { notes: [note] });
	const here = new Map<number, CountedPerson>();
	for (const step of course.steps) {
		await take(app, made, course, here, step, anyCategory);
		told.take(step, [...here.values()]);
		const expected = groupsOf(told.look([...here.values()]), course);
		for (const actor of [lead, director('fes-meknes')]) {
			const body = figuresBody(await app.figures.shown(actor, made.workshopId));
			expect(
				body.groups.map((group): SentGroup => [group.categories.join(), group.people, group.notes])
			).toEqual(expected);
		}
		if (step.kind === 'join') continue;
		const wanted = { subject: 'data', format: 'json', locale: 'fr' } as const;
		const file = await app.documents.make(director('fes-meknes'), made.workshopId, wanted);
		const data = JSON.parse(new TextDecoder().decode(file.bytes)) as WorkshopData;
		expect(
			data.groups.map((group): SentGroup => [group.categoryIds.join(), group.people, group.notes])
		).toEqual(expected);
	}
}

async function take(
	app: App,
	made: MadeWorkshop,
	course: Course,
	here: Map<number, CountedPerson>,
	step: Step,
	anyCategory: () => number
): Promise<void> {
	const lead = facilitator(made.facilitatorId);
	const { workshopId } = made;
	if (step.kind === 'join') {
		const categoryId = made.categoryIds[anyCategory()] ?? '';
		const author = await joinAs(app.db, workshopId, categoryId);
		const active = course.people[step.person]?.active === true;
		if (active)
			await makeNote(app.db, workshopId, made.boardIds[0] ?? '', { author, text: 'فكرة' });
		here.set(step.person, {
			...{ id: author.participantId, categoryId, active },
			notes: active ? 1 : 0
		});
	} else if (step.kind === 'leave') {
		await app.people.remove(lead, workshopId, here.get(step.person)?.id ?? '');
		here.delete(step.person);
	} else if (step.kind === 'vote') {
		const { version } = await app.stage.get(lead, workshopId);
		const activityId = made.activityIds[0] ?? '';
		const voteId = await app.votes.openVote(lead, workshopId, activityId, version);
		await publishVote(app, lead, workshopId, voteId);
	} else {
		const { version } = await app.workshops.get(lead, workshopId);
		const closed = await app.workshops.closeHall(lead, workshopId, version);
		await app.workshops.openHall(lead, workshopId, closed.version);
	}
	// Nobody comes or goes in the very millisecond of a telling.
	const at = Date.now();
	while (Date.now() <= at);
}

function groupsOf(look: string | null, { categories }: Course): SentGroup[] {
	if (look === null) return categories.map(({ id }) => [id, 'later', 'later']);
	const { partition, counts } = JSON.parse(look) as {
		partition: { categoryIds: string[] }[];
		counts: { categoryIds: string[]; people: number; notes: number }[] | null;
	};
	return counts
		? counts.map(({ categoryIds, people, notes }) => [categoryIds.join(), people, notes])
		: partition.map(({ categoryIds }) => [categoryIds.join(), 'later', 'later']);
}
