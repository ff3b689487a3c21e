import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '#lib/domain/people/actor.ts';
import type { FiguresBody } from '#lib/server/api/figure.api.ts';
import type { App } from '#lib/server/app.ts';
import { EXAMPLE } from '#lib/server/example/example-workshop.ts';
import { GET } from '../../../src/routes/api/workshops/[workshop]/figures/+server.ts';
import { makeWorkshop } from '../../support/workshops/make-workshop.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { openApp } from '../../support/workshops/people.ts';
import {
	director,
	facilitator,
	joinAs,
	makeNote
} from '../../support/workshops/workshop-people.ts';

forEachEngine('figures', (open) => {
	let app: App;

	beforeEach(async () => {
		app = await openApp(await open());
	});
	afterEach(() => app.close());

	/** The shipped example and its lead. */
	async function example() {
		await app.loadExample();
		const { workshop_id: workshopId, account_id } = await app.db
			.selectFrom('workshop_facilitator')
			.selectAll()
			.executeTakeFirstOrThrow();
		return { workshopId, lead: facilitator(account_id) };
	}

	test('[FG1] the notes that lead to no action are the same as a list and as a figure', async () => {
		const { workshopId, lead } = await example();
		const figures = await app.figures.complete(lead, workshopId);
		const notes = await app.proposals.untracedNotes(lead, workshopId);
		expect(notes.map(({ ref }) => ref)).toEqual(figures.untracedNotes);
		expect(notes).toHaveLength(EXAMPLE.expected.notes_not_traced_to_any_action.length);
	});

	test('[GR2] by category nothing is shown below the floor, and small categories together', async () => {
		const { workshopId, lead } = await example();
		const shown = await app.figures.shown(lead, workshopId);
		const complete = await app.figures.complete(lead, workshopId);
		const small = [...complete.participantsByCategory].filter(([, people]) => people < 3);
		const sumOf = (ids: readonly string[], figures: ReadonlyMap<string, number>) =>
			ids.reduce((sum, id) => sum + (figures.get(id) ?? 0), 0);
		expect(shown.groups.filter(({ categoryIds }) => categoryIds.length > 1)).toHaveLength(1);
		for (const { categoryIds, people, notes } of shown.groups) {
			expect(people).toBe(sumOf(categoryIds, complete.participantsByCategory));
			expect(notes).toBe(sumOf(categoryIds, complete.notesByCategory));
			const ofSmall = categoryIds.filter((id) => small.some(([one]) => one === id));
			expect(ofSmall).toHaveLength(categoryIds.length > 1 ? small.length : 0);
		}
		expect(shown).not.toHaveProperty('singleMemberCategories');
	});

	test('[FG2] an empty workshop has zeroes, not errors', async () => {
		const made = await makeWorkshop(app.db, { activities: [], categories: [] });
		const figures = await app.figures.complete(facilitator(made.facilitatorId), made.workshopId);
		expect(figures.counts.notes).toBe(0);
		expect(figures.budgetTotal).toBe(0);
		expect(figures.planSpan).toEqual({ firstStart: null, lastEnd: null });
		expect(figures.votes).toEqual([]);
	});

	test('[FG2] what was deleted or belongs to another workshop is not counted', async () => {
		const made = await makeWorkshop(app.db);
		const other = await makeWorkshop(app.db);
		const author = await joinAs(app.db, made.workshopId, made.categoryIds[0]!);
		const stranger = await joinAs(app.db, other.workshopId, other.categoryIds[0]!);
		const at = made.boardIds[0]!;
		await makeNote(app.db, made.workshopId, at, { author, text: 'باقية' });
		await makeNote(app.db, made.workshopId, at, { author, text: '', deleted: 1 });
		await makeNote(app.db, other.workshopId, other.boardIds[0]!, {
			author: stranger,
			text: 'هناك'
		});
		const figures = await app.figures.complete(facilitator(made.facilitatorId), made.workshopId);
		expect(figures.counts).toMatchObject({ notes: 1, participants: 1, unclusteredNotes: 1 });
		expect([...figures.notesByCategory.values()]).toEqual([1]);
		expect(figures.untracedNotes).toHaveLength(1);
	});

	test('[FG3] figures are for the facilitators of the workshop and the directors of its region', async () => {
		const made = await makeWorkshop(app.db);
		const guest = await joinAs(app.db, made.workshopId, made.categoryIds[0]!);
		for (const actor of [guest, facilitator('somebody'), director('oriental')])
			await expect(app.figures.shown(actor, made.workshopId)).rejects.toThrow('forbidden');
	});

	test('[FG4] the JSON interface answers them, 403 to others and 401 to nobody', async () => {
		const { workshopId, lead } = await example();
		const [category] = await app.categories.list(lead, workshopId);
		const guest = await joinAs(app.db, workshopId, category?.id ?? '');
		const ask = (who: Actor | null) =>
			GET({
				params: { workshop: workshopId },
				locals: {
					app,
					account: who?.kind === 'account' ? who : null,
					guest: () => Promise.resolve(who?.kind === 'guest' ? who : undefined)
				}
			} as unknown as Parameters<typeof GET>[0]);
		const answers = await Promise.all(
			[null, guest, facilitator('somebody'), director('oriental')].map(ask)
		);
		expect(answers.map(({ status }) => status)).toEqual([401, 403, 403, 403]);
		for (const who of [lead, director('fes-meknes')]) {
			const response = await ask(who);
			expect(response.headers.get('cache-control')).toBe('no-store');
			const figures = (await response.json()) as FiguresBody;
			expect(figures).toMatchObject({
				dots_cast: EXAMPLE.expected.dots_cast,
				counts: { notes: 142 }
			});
		}
	});
});
