import type { FinancingStatus } from '#lib/domain/plan/action-plan.ts';
import type { FiguresBody } from '#lib/server/api/figure.api.ts';
import { EXAMPLE, type ExampleFigures } from '#lib/server/example/example-workshop.ts';
import type { Replayed } from './replay-example.ts';

/** The example's words for the statuses of a financing line. */
const STATUS: Readonly<Record<FinancingStatus, string>> = {
	confirmed: 'مؤكد',
	negotiating: 'قيد التفاوض',
	to_mobilise: 'للتعبئة'
};

/** The floor of anonymity of the workshop. */
const FLOOR = 3;

/** Voters of a category from which on its figures of a secret vote are told exactly. */
const EXACT = 10;

/** The figures of the example that this version knows, with the floor's gaps. */
type KnownFigures = Omit<ExampleFigures, 'counts' | 'single_member_categories'> & {
	counts: Record<string, number>;
};

/**
 * The answered figures by the example's own ids and words, in the shape of its `expected` block. Of its
 * counts only those that this version counts: tables, staff, near-duplicates, scenarios and criteria
 * come later. What is withheld is left out, as in {@link expectedOfShown}, and so is a category without dots.
 */
export function inExampleTerms(figures: FiguresBody, ids: Replayed): KnownFigures {
	const activity = inverse(ids.activities);
	const category = inverse(ids.categories);
	const cluster = inverse(ids.clusters);
	const byCategory = (map: Record<string, number | null>): Record<string, number> =>
		renamed(shown(map), category);
	return {
		...figures,
		notes_by_activity: renamed(figures.notes_by_activity, activity),
		notes_by_column: renamed(figures.notes_by_column, (column) => column.split('/')[1] ?? ''),
		notes_by_category: byCategory(figures.notes_by_category),
		categories_without_notes: figures.categories_without_notes.map(category),
		participants_by_category: byCategory(figures.participants_by_category),
		dot_totals: figures.dot_totals
			.map((total) => ({ ...total, id: cluster(total.id) }))
			.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1)),
		dot_totals_by_category: Object.fromEntries(
			Object.entries(figures.dot_totals_by_category).map(([id, dots]) => [
				cluster(id),
				withoutZeroes(byCategory(dots))
			])
		),
		budget_by_axis_mad: renamed(figures.budget_by_axis_mad, inverse(ids.axes)),
		budget_by_status_mad: renamed(
			figures.budget_by_status_mad,
			(status) => STATUS[status as FinancingStatus]
		),
		plan_span: {
			first_start: figures.plan_span.first_start ?? '',
			last_end: figures.plan_span.last_end ?? ''
		},
		proposals_without_action: figures.proposals_without_action.map(inverse(ids.proposals)).sort(),
		notes_not_traced_to_any_action: figures.notes_not_traced_to_any_action
			.map(inverse(ids.notes))
			.sort()
	};
}

/** How a group voted, by the example's ids: counted from its ballots, whatever the product's own rule says. */
export interface ExampleGroup {
	readonly categories: readonly string[];
	readonly voters: number;
	/** Cluster to those of the voters who gave it a dot or more, and to their dots. */
	readonly supporters: ReadonlyMap<string, number>;
	readonly dots: ReadonlyMap<string, number>;
}

/** Counts what the voters of some categories gave. */
export function countGroup(categories: readonly string[]): ExampleGroup {
	const { dot_vote, participants } = EXAMPLE;
	const own = dot_vote.ballots.filter(({ voter_id }) =>
		categories.includes(participants.find(({ id }) => id === voter_id)?.category_id ?? '')
	);
	const supporters = new Map<string, number>();
	const dots = new Map<string, number>();
	for (const ballot of own) {
		supporters.set(ballot.target_id, (supporters.get(ballot.target_id) ?? 0) + 1);
		dots.set(ballot.target_id, (dots.get(ballot.target_id) ?? 0) + ballot.dots);
	}
	return {
		categories,
		voters: new Set(own.map(({ voter_id }) => voter_id)).size,
		supporters,
		dots
	};
}

/**
 * What of `expected` may be shown: nothing by a category that fewer people joined than the floor, dots only
 * of one that so many people voted in that they are told exactly.
 */
export function expectedOfShown(): KnownFigures {
	const { expected } = EXAMPLE;
	const people = expected.participants_by_category;
	const voters = Object.fromEntries(Object.keys(people).map((id) => [id, countGroup([id]).voters]));
	const kept = (
		figures: Readonly<Record<string, number>>,
		behind: Readonly<Record<string, number>>,
		least = FLOOR
	) => Object.fromEntries(Object.entries(figures).filter(([id]) => (behind[id] ?? 0) >= least));
	return {
		...expected,
		notes_by_category: kept(expected.notes_by_category, people),
		categories_without_notes: expected.categories_without_notes.filter(
			(id) => (people[id] ?? 0) >= FLOOR
		),
		participants_by_category: kept(people, people),
		dot_totals_by_category: Object.fromEntries(
			Object.entries(expected.dot_totals_by_category).map(([id, dots]) => [
				id,
				kept(dots, voters, EXACT)
			])
		)
	};
}

function shown(map: Record<string, number | null>): Record<string, number> {
	return Object.fromEntries(
		Object.entries(map).flatMap(([id, count]) => (count === null ? [] : [[id, count]]))
	);
}

function withoutZeroes(map: Record<string, number>): Record<string, number> {
	return Object.fromEntries(Object.entries(map).filter(([, count]) => count > 0));
}

function renamed(
	map: Record<string, number>,
	name: (id: string) => string
): Record<string, number> {
	return Object.fromEntries(Object.entries(map).map(([id, value]) => [name(id), value]));
}

function inverse(ids: ReadonlyMap<string, string>): (id: string) => string {
	const names = new Map([...ids].map(([name, id]) => [id, name]));
	return (id) => names.get(id) ?? `unknown ${id}`;
}
