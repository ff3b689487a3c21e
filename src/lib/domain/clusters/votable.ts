/**
 * The clusters that can be voted on: with `boardIds` those that hold a note of one of these boards, else all.
 * `members` are `<board>/<note key>` to a cluster's id.
 */
export function votableClusters<Cluster extends { readonly id: string }>(
	clusters: readonly Cluster[],
	members: ReadonlyMap<string, string>,
	boardIds: readonly string[] | null
): readonly Cluster[] {
	if (boardIds === null) return clusters;
	const own = new Set(boardIds);
	const held = new Set(
		[...members].flatMap(([ref, id]) => (own.has(ref.slice(0, ref.indexOf('/'))) ? [id] : []))
	);
	return clusters.filter(({ id }) => held.has(id));
}
