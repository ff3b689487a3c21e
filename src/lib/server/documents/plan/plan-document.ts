import type { Action, ActionPlan } from '#lib/domain/plan/action-plan.ts';
import { DomainError } from '#lib/domain/errors.ts';
import type { LocalizedText } from '#lib/domain/text/locale.ts';
import { planFigures, type PlanFigures } from '#lib/domain/plan/plan-figures.ts';
import { planTree, type TreeObjective } from '#lib/domain/plan/plan-tree.ts';
import { readinessOf, type Readiness } from '#lib/domain/plan/readiness.ts';
import type { DocumentWorkshop } from '../workshop/workshop-frame.ts';
import type { DocumentVote } from '../workshop/gather-votes.ts';
import type { Participation, RankedCluster } from '../workshop/workshop-sections.ts';

/**
 * Everything that a document of an action plan says, gathered once and without a language, so that the
 * Word, PDF and sheet writers are pure functions of it.
 */
export interface PlanDocument extends Participation {
	/** What its files are named after. */
	readonly named: { readonly title: LocalizedText; readonly date: string | null };
	readonly workshop: DocumentWorkshop;
	readonly title: LocalizedText;
	readonly figures: PlanFigures;
	readonly counts: DocumentCounts;
	/** In the plan's order. Actions without a known objective stand in a last axis without a title. */
	readonly axes: readonly DocumentAxis[];
	/** By rank when there was a vote, by number of notes otherwise. */
	readonly clusters: readonly RankedCluster[];
	/** Those that ranks are of. */
	readonly votes: readonly DocumentVote[];
	/** Epoch milliseconds. */
	readonly generatedAt: number;
}

/** Whole workshop totals. `voters` is null when there was no vote. */
export interface DocumentCounts {
	readonly participants: number;
	readonly notes: number;
	readonly clusters: number;
	readonly proposals: number;
	readonly voters: number | null;
}

/** `number` counts from 1 and is null for the axis that gathers actions without one. */
export interface DocumentAxis {
	readonly id: string;
	readonly number: number | null;
	readonly title: LocalizedText;
	/** Whole dirhams. */
	readonly cost: number;
	readonly objectives: readonly DocumentObjective[];
}

/**
 * `number` is axis.objective as the plan's page counts it (4.7), whatever codes its actions were given
 * before axes moved; null for one without an axis and for the one that gathers actions without an objective.
 */
export interface DocumentObjective {
	/** '' for the one that gathers actions without an objective. */
	readonly id: string;
	readonly number: string | null;
	readonly title: LocalizedText;
	readonly actions: readonly DocumentAction[];
}

export interface DocumentAction {
	readonly action: Action;
	readonly readiness: Readiness;
	readonly provenance: ActionProvenance;
}

/** Where an action came from. `notes` counts each note once; `score` is all that was
 * given to its clusters together, null when there was no vote. */
export interface ActionProvenance {
	readonly proposals: readonly { readonly number: number; readonly text: LocalizedText }[];
	readonly clusters: readonly Pick<RankedCluster, 'title' | 'place'>[];
	readonly notes: number;
	readonly score: number | null;
}

/** What {@link planDocument} arranges; provenance is asked for action by action. */
export interface PlanDocumentSource extends Omit<
	PlanDocument,
	'named' | 'title' | 'figures' | 'axes'
> {
	readonly plan: ActionPlan;
	readonly provenanceOf: (action: Action) => ActionProvenance;
}

/**
 * Arranges a plan as its documents show it: axes, objectives and actions in their order, each action
 * with its readiness and provenance, and the plan's money. Throws `plan_empty` when it has no action.
 */
export function planDocument({ plan, provenanceOf, ...rest }: PlanDocumentSource): PlanDocument {
	if (plan.actions.length === 0) throw new DomainError('plan_empty');
	const tree = planTree(plan);
	const figures = planFigures(plan);
	const entry = (action: Action): DocumentAction => ({
		action,
		readiness: readinessOf(action, tree.placeOf(action)),
		provenance: provenanceOf(action)
	});
	const objective = ({ id, code, title, actions }: TreeObjective): DocumentObjective => ({
		id,
		number: code === '' ? null : code,
		title,
		actions: actions.map(entry)
	});
	const axes: DocumentAxis[] = tree.axes.map((axis) => ({
		id: axis.id,
		number: axis.number,
		title: axis.title,
		cost: axis.cost,
		objectives: axis.objectives.map(objective)
	}));
	const unplaced = [
		...tree.looseObjectives.map(objective),
		{ id: '', number: null, title: {}, actions: tree.looseActions.map(entry) }
	].filter(({ actions }) => actions.length > 0);
	if (unplaced.length > 0) {
		const costs = unplaced.flatMap(({ actions }) => actions.map(({ action }) => action.cost ?? 0));
		axes.push({
			id: '',
			number: null,
			title: {},
			cost: costs.reduce((sum, cost) => sum + cost, 0),
			objectives: unplaced
		});
	}
	const named = { title: plan.title, date: rest.workshop.date };
	return { ...rest, named, title: plan.title, figures, axes };
}

/** All actions of the document in its order. */
export function actionsOf(document: PlanDocument): DocumentAction[] {
	return document.axes.flatMap((axis) => axis.objectives.flatMap((objective) => objective.actions));
}
