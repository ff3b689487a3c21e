/** How many notes each cluster has, out of the cluster of each note that is in one. */
export function clusterSizes(members: Iterable<string>): ReadonlyMap<string, number> {
	const sizes = new Map<string, number>();
	for (const id of members) sizes.set(id, (sizes.get(id) ?? 0) + 1);
	return sizes;
}
