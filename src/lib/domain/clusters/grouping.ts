/** What the clusters of a grouping are of: the whole workshop, one activity, or one table. */
export const GROUPING_KINDS = ['plenary', 'activity', 'table'] as const;
export type GroupingKind = (typeof GROUPING_KINDS)[number];

/**
 * One way of putting notes into clusters. A workshop has its plenary one, and one for each activity whose
 * notes are clustered apart. A note stands in at most one cluster of each.
 */
export interface Grouping {
	readonly id: string;
	readonly workshopId: string;
	readonly kind: GroupingKind;
	/** The activity of an activity's grouping, else null. */
	readonly activityId: string | null;
	/** The table of a table's grouping, else null. */
	readonly spaceId: string | null;
}

/** The grouping that the notes of an activity are clustered in: its own, else the plenary's. */
export function groupingOf(
	groupings: readonly Grouping[],
	activityId: string | null
): Grouping | undefined {
	const own = groupings.find((one) => one.kind === 'activity' && one.activityId === activityId);
	return own ?? groupings.find(({ kind }) => kind === 'plenary');
}
