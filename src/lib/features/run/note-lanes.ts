/**
 * Deals notes onto `lanes` upright lanes, each newest first. A note keeps its lane when newer ones
 * arrive, so that nothing jumps while it is read. `notes` are oldest first; the newest `most` are dealt.
 * Rule [RN11].
 */
export function noteLanes<T>(notes: readonly T[], lanes: number, most: number): T[][] {
	const dealt = Array.from({ length: lanes }, (): T[] => []);
	for (let index = notes.length - 1; index >= Math.max(0, notes.length - most); index--)
		dealt[index % lanes]?.push(notes[index] as T);
	return dealt;
}
