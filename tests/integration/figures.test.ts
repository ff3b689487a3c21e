import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApp, type App } from '#lib/server/app.ts';
import example from '#lib/server/example/fes-meknes-workshop.json' with { type: 'json' };
import { runExampleWorkshop, type ExampleWorkshop } from '../support/example-workshop.ts';
import { makeWorkshop } from '../support/make-workshop.ts';
import { forEachEngine } from '../support/open-test-database.ts';
import { director, facilitator, joinAs, makeNote } from '../support/workshop-people.ts';

const CONFIG = { host: '127.0.0.1', port: 0, dataDir: 'unused', logLevel: 'silent' } as const;
const { expected } = example;

forEachEngine('figures', (open) => {
	let app: App;

	beforeEach(async () => {
		app = await createApp(CONFIG, await open());
	});
	afterEach(() => app.close());

	test('[FG1] the example gives exactly the figures that it must give', async () => {
		const run = await runExampleWorkshop(app);
		const { workshopId } = run.made;
		const figures = await app.figures.complete(workshopId);
		expect(figures.counts).toEqual({
			categories: expected.counts.categories,
			participants: expected.counts.participants,
			voters: expected.counts.voters,
			agendaItems: expected.counts.agenda_items,
			activitiesExcludingBreaks: expected.counts.activities_excluding_breaks,
			notes: expected.counts.notes,
			clusteredNotes: expected.counts.clustered_notes,
			unclusteredNotes: expected.counts.unclustered_notes,
			clusters: expected.counts.clusters,
			proposals: expected.counts.proposals,
			axes: expected.counts.axes,
			objectives: expected.counts.objectives,
			actions: expected.counts.actions
		});
		expect(named(run, figures.notesByActivity)).toEqual(expected.notes_by_activity);
		expect(
			Object.fromEntries(
				[...figures.notesByColumn].map(([column, notes]) => [column.split('/')[1], notes])
			)
		).toEqual(expected.notes_by_column);
		expect(named(run, figures.notesByCategory)).toEqual(expected.notes_by_category);
		expect(figures.categoriesWithoutNotes.map(run.nameOf)).toEqual(
			expected.categories_without_notes
		);
		expect(named(run, figures.participantsByCategory)).toEqual(expected.participants_by_category);
		expect(figures.singleMemberCategories.map(run.nameOf)).toEqual(
			expected.single_member_categories
		);
		expect(
			figures.dotTotals.map(({ clusterId, dots, rank }) => ({
				id: run.nameOf(clusterId),
				score: dots,
				rank
			}))
		).toEqual(expected.dot_totals);
		expect(figures.dotsCast).toBe(expected.dots_cast);
		expect(figures.dotsPossible).toBe(expected.dots_possible);
		expect(figures.ballotVoters).toBe(expected.ballot_voters);
		expect(
			Object.fromEntries(
				[...figures.dotTotalsByCategory].map(([id, dots]) => [run.nameOf(id), named(run, dots)])
			)
		).toEqual(expected.dot_totals_by_category);
	});

	test('[FG1] the example’s plan gives its sums, its span and what leads to no action', async () => {
		const run = await runExampleWorkshop(app);
		const figures = await app.figures.complete(run.made.workshopId);
		expect(figures.budgetTotal).toBe(expected.budget_total_mad);
		expect(named(run, figures.budgetByAxis)).toEqual(expected.budget_by_axis_mad);
		expect(Object.fromEntries(figures.budgetBySource)).toEqual(expected.budget_by_source_mad);
		expect(Object.fromEntries(figures.budgetByStatus)).toEqual({
			confirmed: expected.budget_by_status_mad.مؤكد,
			negotiating: expected.budget_by_status_mad['قيد التفاوض'],
			to_mobilise: expected.budget_by_status_mad.للتعبئة
		});
		expect(figures.planSpan).toEqual({
			firstStart: expected.plan_span.first_start,
			lastEnd: expected.plan_span.last_end
		});
		expect(figures.proposalsWithoutAction.map(run.nameOf)).toEqual(
			expected.proposals_without_action
		);
		expect(figures.untracedNotes.map(run.nameOf).sort()).toEqual(
			expected.notes_not_traced_to_any_action
		);
		const lead = facilitator(run.made.facilitatorId);
		const notes = await app.proposals.untracedNotes(lead, run.made.workshopId);
		expect(notes.map(({ ref }) => ref)).toEqual(figures.untracedNotes);
	});

	test('[VO9] by category nothing is shown below the floor', async () => {
		const run = await runExampleWorkshop(app);
		const lead = facilitator(run.made.facilitatorId);
		const shown = await app.figures.shown(lead, run.made.workshopId);
		const complete = await app.figures.complete(run.made.workshopId);
		for (const [id, people] of complete.participantsByCategory) {
			const withheld = people < 3;
			expect(shown.participantsByCategory.get(id)).toBe(withheld ? null : people);
			expect(shown.notesByCategory.get(id)).toBe(
				withheld ? null : (complete.notesByCategory.get(id) ?? 0)
			);
		}
		expect(shown).not.toHaveProperty('singleMemberCategories');
	});

	test('[FG2] an empty workshop has zeroes, not errors', async () => {
		const made = await makeWorkshop(app.db, { activities: [], categories: [] });
		const figures = await app.figures.complete(made.workshopId);
		expect(figures.counts.notes).toBe(0);
		expect(figures.budgetTotal).toBe(0);
		expect(figures.planSpan).toEqual({ firstStart: null, lastEnd: null });
		expect(figures.dotTotals).toEqual([]);
	});

	test('[FG2] what was deleted or belongs to another workshop is not counted', async () => {
		const made = await makeWorkshop(app.db);
		const other = await makeWorkshop(app.db);
		const author = await joinAs(app.db, made.workshopId, made.categoryIds[0]!);
		const stranger = await joinAs(app.db, other.workshopId, other.categoryIds[0]!);
		const at = made.activityIds[0]!;
		await makeNote(app.db, made.workshopId, at, { author, text: 'باقية' });
		await makeNote(app.db, made.workshopId, at, { author, text: '', deleted: 1 });
		await makeNote(app.db, other.workshopId, other.activityIds[0]!, {
			author: stranger,
			text: 'هناك'
		});
		const figures = await app.figures.complete(made.workshopId);
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
});

function named(run: ExampleWorkshop, figures: ReadonlyMap<string, number>): Record<string, number> {
	return Object.fromEntries([...figures].map(([id, figure]) => [run.nameOf(id), figure]));
}
