/** The clusters of a grouping that stand, and `<board>/<note key>` to the cluster that the note is in. */
export interface GroupedNotes<Cluster extends { readonly id: string }> {
	readonly clusters: readonly Cluster[];
	readonly members: ReadonlyMap<string, string>;
}

/** The clusters that can be voted on: with `boardIds` those that hold a note of one of these boards, else all. */
export function votableClusters<Cluster extends { readonly id: string }>(
	{ clusters, members }: GroupedNotes<Cluster>,
	boardIds: readonly string[] | null
): readonly Cluster[] {
	if (boardIds === null) return clusters;
	const own = new Set(boardIds);
	const held = new Set(
		[...members].flatMap(([ref, id]) => (own.has(ref.slice(0, ref.indexOf('/'))) ? [id] : []))
	);
	return clusters.filter(({ id }) => held.has(id));
}
