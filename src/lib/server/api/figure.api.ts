import * as v from 'valibot';
import type { VoteResults } from '../../domain/votes/publication.ts';
import type { GroupFigures, ShownFigures } from '../../domain/workshops/workshop-figures.ts';
import type { Operation } from './operation.ts';

const COUNTS = v.object({
	categories: v.number(),
	participants: v.pipe(
		v.number(),
		v.description('People who are there; who was taken out is not.')
	),
	voters: v.pipe(v.number(), v.description('Those of them who do not only observe.')),
	agenda_items: v.number(),
	activities_excluding_breaks: v.number(),
	notes: v.number(),
	clustered_notes: v.number(),
	unclustered_notes: v.number(),
	clusters: v.number(),
	proposals: v.number(),
	axes: v.number(),
	objectives: v.number(),
	actions: v.number()
});

const AMOUNTS = v.record(v.string(), v.number());

/** A figure, or that it is told when the hall closes. */
const FIGURE = v.union([v.number(), v.literal('later')]);

/** Null is what is told of several categories together, or not at all: see `groups`. */
const BY_CATEGORY = v.record(v.string(), v.nullable(v.number()));
const OF_GROUPS = 'Null where the category is told together with others, or later: see `groups`.';

const FIGURES = v.object({
	counts: COUNTS,
	notes_by_activity: v.record(v.string(), v.number()),
	notes_by_column: v.pipe(
		v.record(v.string(), v.number()),
		v.description('`<activity>/<column>` to notes.')
	),
	groups: v.pipe(
		v.array(v.object({ categories: v.array(v.string()), people: FIGURE, notes: FIGURE })),
		v.description(
			'The workshop’s categories as they are told: each in one group, small ones with their neighbours. ' +
				'`later`: it is told when the hall closes, and stays as it was told then.'
		)
	),
	notes_by_category: v.pipe(BY_CATEGORY, v.description(`Category to notes. ${OF_GROUPS}`)),
	categories_without_notes: v.pipe(v.array(v.string()), v.description('Of those that are told.')),
	participants_by_category: v.pipe(BY_CATEGORY, v.description(`Category to people. ${OF_GROUPS}`)),
	dot_totals: v.pipe(
		v.array(v.object({ id: v.string(), score: v.number(), rank: v.number() })),
		v.description(
			'Clusters in the votes that are cited, the highest score first; equal scores share a rank.'
		)
	),
	dots_cast: v.number(),
	dots_possible: v.number(),
	ballot_voters: v.number(),
	dot_totals_by_category: v.pipe(
		v.record(v.string(), BY_CATEGORY),
		v.description(
			'Cluster to category to what it gave, where it is told alone and exactly: from ten voters on. The ' +
				'results of the vote tell the bands of the others.'
		)
	),
	budget_total_mad: v.number(),
	budget_by_axis_mad: AMOUNTS,
	budget_by_source_mad: AMOUNTS,
	budget_by_status_mad: v.pipe(
		AMOUNTS,
		v.description('`confirmed`, `negotiating` and `to_mobilise`, those that there are.')
	),
	plan_span: v.pipe(
		v.object({ first_start: v.nullable(v.string()), last_end: v.nullable(v.string()) }),
		v.description('Months as YYYY-MM, null while no action has one.')
	),
	proposals_without_action: v.array(v.string()),
	notes_not_traced_to_any_action: v.pipe(
		v.array(v.string()),
		v.description('As proposals name notes to whoever asks.')
	)
});

export type FiguresBody = v.InferOutput<typeof FIGURES>;

/** The body of `GET /api/workshops/{workshop}/figures`. */
export function figuresBody(figures: ShownFigures): FiguresBody {
	const { counts } = figures;
	const outcomes = figures.votes.flatMap(({ outcome }) => outcome ?? []);
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
		notes_by_activity: Object.fromEntries(figures.notesByActivity),
		notes_by_column: Object.fromEntries(figures.notesByColumn),
		groups: figures.groups.map(({ categoryIds, people, notes }) => ({
			categories: [...categoryIds],
			people,
			notes
		})),
		notes_by_category: byCategory(figures, ({ notes }) => notes),
		categories_without_notes: figures.groups.flatMap(({ categoryIds, notes }) =>
			notes === 0 ? categoryIds : []
		),
		participants_by_category: byCategory(figures, ({ people }) => people),
		dot_totals: outcomes.flatMap(({ options }) =>
			options.map(({ ref, score, rank }) => ({ id: ref, score, rank }))
		),
		dots_cast: sumOf(outcomes.map(({ cast }) => cast)),
		dots_possible: sumOf(outcomes.map(({ possible }) => possible)),
		ballot_voters: sumOf(figures.votes.map(({ voters }) => voters)),
		dot_totals_by_category: Object.fromEntries(figures.votes.flatMap(exactByCategory)),
		budget_total_mad: figures.budgetTotal,
		budget_by_axis_mad: Object.fromEntries(figures.budgetByAxis),
		budget_by_source_mad: Object.fromEntries(figures.budgetBySource),
		budget_by_status_mad: Object.fromEntries(figures.budgetByStatus),
		plan_span: { first_start: figures.planSpan.firstStart, last_end: figures.planSpan.lastEnd },
		proposals_without_action: [...figures.proposalsWithoutAction],
		notes_not_traced_to_any_action: [...figures.untracedNotes]
	};
}

/** Category to a figure of it alone; null where it is told with others or later. */
function byCategory(
	{ groups }: ShownFigures,
	figure: (group: GroupFigures) => GroupFigures['people']
): Record<string, number | null> {
	return Object.fromEntries(
		groups.flatMap((group) => {
			const told = figure(group);
			const alone = group.categoryIds.length === 1 && typeof told === 'number';
			return group.categoryIds.map((id) => [id, alone ? told : null]);
		})
	);
}

/** Option to category to its score, null where that is told in a band, with others, or not at all. */
function exactByCategory({
	options,
	groups
}: VoteResults): [string, Record<string, number | null>][] {
	return options.map(({ ref }) => [
		ref,
		Object.fromEntries(
			(groups ?? []).flatMap((group) => {
				const told = 'support' in group ? group.support[ref] : undefined;
				const alone = group.categoryIds.length === 1 && told && 'score' in told;
				return group.categoryIds.map((id) => [id, alone ? told.score : null]);
			})
		)
	]);
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0);
}

export const FIGURE_OPERATIONS: readonly Operation[] = [
	{
		method: 'get',
		path: '/api/workshops/{workshop}/figures',
		id: 'readFigures',
		tag: 'reading',
		summary: 'The figures of a workshop as they stand now',
		description:
			'For the facilitators of the workshop and the directors of its region. Amounts are whole dirhams. ' +
			'Figures by category stand as they were told when the hall closed, the others as of now.',
		as: 'account',
		parameters: [{ name: 'workshop', in: 'path', description: 'The id of the workshop.' }],
		answers: [{ status: 200, description: 'The figures.', schema: FIGURES }],
		errors: ['not_signed_in', 'forbidden', 'not_found']
	}
];
