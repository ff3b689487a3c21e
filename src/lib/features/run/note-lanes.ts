/**
 * Deals notes onto `lanes` upright lanes, each newest first. A note keeps its lane when newer ones
 * arrive, so that nothing jumps while it is read. `notes` are oldest first; the newest `most` are dealt.
 * Rule [RN11].
 */
export function noteLanes<T>(notes: readonly T[], lanes: number, most: number): T[][] {
	const dealt = Array.from({ length: lanes }, (): T[] => []);
	for (const [index, note] of notes.entries())
		if (index >= notes.length - most) dealt[index % lanes]?.unshift(note);
	return dealt;
}
