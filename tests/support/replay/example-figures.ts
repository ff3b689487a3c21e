import type { FinancingStatus } from '#lib/domain/plan/action-plan.ts';
import type { CompleteFigures } from '#lib/domain/workshops/workshop-figures.ts';
import type { ExampleFigures } from '#lib/server/example/example-workshop.ts';
import type { Replayed } from './replay-example.ts';

/** The example's words for the statuses of a financing line. */
const STATUS: Readonly<Record<FinancingStatus, string>> = {
	confirmed: 'مؤكد',
	negotiating: 'قيد التفاوض',
	to_mobilise: 'للتعبئة'
};

/**
 * Our figures by the example's own ids and words, in the shape of its `expected` block. Of its counts
 * only those that this version counts: tables, staff, near-duplicates, scenarios and criteria come later.
 */
export function inExampleTerms(
	figures: CompleteFigures,
	ids: Replayed
): Omit<ExampleFigures, 'counts'> & { counts: Record<string, number> } {
	const activity = inverse(ids.activities);
	const category = inverse(ids.categories);
	const cluster = inverse(ids.clusters);
	const note = inverse(ids.notes);
	const byCategory = (map: ReadonlyMap<string, number>): Record<string, number> =>
		renamed(map, (id) => category(id));
	const { counts } = figures;
	return {
		counts: {
			categories: counts.categories,
			participants: counts.participants,
			voters: counts.voters,
			agenda_items: counts.agendaItems,
			activities_excluding_breaks: counts.activitiesExcludingBreaks,
			notes: counts.notes,
			clustered_notes: counts.clusteredNotes,
			unclustered_notes: counts.unclusteredNotes,
			clusters: counts.clusters,
			proposals: counts.proposals,
			axes: counts.axes,
			objectives: counts.objectives,
			actions: counts.actions
		},
		notes_by_activity: renamed(figures.notesByActivity, activity),
		notes_by_column: renamed(figures.notesByColumn, (column) => column.split('/')[1] ?? ''),
		notes_by_category: byCategory(figures.notesByCategory),
		categories_without_notes: figures.categoriesWithoutNotes.map(category),
		participants_by_category: byCategory(figures.participantsByCategory),
		single_member_categories: figures.singleMemberCategories.map(category).sort(),
		dot_totals: figures.dotTotals
			.map(({ clusterId, dots, rank }) => ({ id: cluster(clusterId), score: dots, rank }))
			.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1)),
		dots_cast: figures.dotsCast,
		dots_possible: figures.dotsPossible,
		ballot_voters: figures.ballotVoters,
		dot_totals_by_category: Object.fromEntries(
			[...figures.dotTotalsByCategory].map(([id, dots]) => [cluster(id), byCategory(dots)])
		),
		budget_total_mad: figures.budgetTotal,
		budget_by_axis_mad: renamed(figures.budgetByAxis, inverse(ids.axes)),
		budget_by_source_mad: Object.fromEntries(figures.budgetBySource),
		budget_by_status_mad: Object.fromEntries(
			[...figures.budgetByStatus].map(([status, amount]) => [STATUS[status], amount])
		),
		plan_span: {
			first_start: figures.planSpan.firstStart ?? '',
			last_end: figures.planSpan.lastEnd ?? ''
		},
		proposals_without_action: figures.proposalsWithoutAction.map(inverse(ids.proposals)).sort(),
		notes_not_traced_to_any_action: figures.untracedNotes.map(note).sort()
	};
}

function renamed(
	map: ReadonlyMap<string, number>,
	name: (id: string) => string
): Record<string, number> {
	return Object.fromEntries([...map].map(([id, value]) => [name(id), value]));
}

function inverse(ids: ReadonlyMap<string, string>): (id: string) => string {
	const names = new Map([...ids].map(([name, id]) => [id, name]));
	return (id) => names.get(id) ?? `unknown ${id}`;
}
