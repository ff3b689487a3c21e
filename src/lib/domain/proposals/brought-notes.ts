/**
 * The notes (`<board>/<key>`) that a proposal is linked to: those that were named, and all of each cluster
 * that is linked now and of which none was named, since it is the whole cluster then that the proposal
 * grew from. Rule [PR11].
 */
export function withBroughtNotes(
	named: readonly string[],
	clusters: readonly (readonly string[])[]
): string[] {
	const chosen = new Set(named);
	const brought = clusters.filter((notes) => !notes.some((ref) => chosen.has(ref)));
	return [...new Set([...named, ...brought.flat()])];
}
