/** A grouping that a facilitator can turn to on the page of the clusters. */
export interface GroupingChoice {
	readonly id: string;
	/** The title of its activity; null for the plenary's. */
	readonly title: string | null;
	readonly href: string;
}
