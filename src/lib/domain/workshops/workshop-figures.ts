import type { VoteResults } from '../votes/publication.ts';
import type { FinancingStatus } from '../plan/action-plan.ts';

/** How many there are of each; of clusters and notes those that stand. */
export interface WorkshopCounts {
	readonly categories: number;
	readonly participants: number;
	/** Participants who do not only observe. */
	readonly voters: number;
	readonly agendaItems: number;
	readonly activitiesExcludingBreaks: number;
	readonly notes: number;
	readonly clusteredNotes: number;
	readonly unclusteredNotes: number;
	readonly clusters: number;
	readonly proposals: number;
	readonly axes: number;
	readonly objectives: number;
	readonly actions: number;
}

/** The figures that everybody who may export sees alike. Amounts are whole dirhams. */
export interface OpenFigures {
	readonly counts: WorkshopCounts;
	/** Activity to notes, for activities that have any. */
	readonly notesByActivity: ReadonlyMap<string, number>;
	/** `<activity>/<column>` to notes. */
	readonly notesByColumn: ReadonlyMap<string, number>;
	/** The votes that proposals, plan and documents name, one on each grouping of clusters at most. */
	readonly votes: readonly VoteResults[];
	readonly budgetTotal: number;
	readonly budgetByAxis: ReadonlyMap<string, number>;
	readonly budgetBySource: ReadonlyMap<string, number>;
	readonly budgetByStatus: ReadonlyMap<FinancingStatus, number>;
	/** Months as YYYY-MM, null while no action has one. */
	readonly planSpan: { readonly firstStart: string | null; readonly lastEnd: string | null };
	readonly proposalsWithoutAction: readonly string[];
	/** `<board>/<key>` of the notes that no proposal with an action is linked to. */
	readonly untracedNotes: readonly string[];
}

/** Figures by category with nothing withheld. They never leave the server. */
export interface CompleteFigures extends OpenFigures {
	/** Category to people who joined, 0 included. */
	readonly participantsByCategory: ReadonlyMap<string, number>;
	/** Category to notes, for categories that wrote any. */
	readonly notesByCategory: ReadonlyMap<string, number>;
	readonly categoriesWithoutNotes: readonly string[];
	readonly singleMemberCategories: readonly string[];
}

/** A figure of a group, or `later`: it is told when the hall closes, so that no two looks can be compared. */
export type GroupFigure = number | 'later';

/** What is told of a group of categories. */
export interface GroupFigures {
	readonly categoryIds: readonly string[];
	readonly people: GroupFigure;
	readonly notes: GroupFigure;
}

/** Figures as they may be shown: by the groups of the workshop's partition. */
export interface ShownFigures extends OpenFigures {
	readonly groups: readonly GroupFigures[];
}
