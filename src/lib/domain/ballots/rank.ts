/**
 * Dense ranks (1, 2, 2, 3): equal scores share a rank and the next one follows without a gap.
 * Higher scores come first; the order of equal items is kept.
 */
export function denseRanks<T>(
	items: readonly T[],
	scoreOf: (item: T) => number
): { item: T; score: number; rank: number; tied: boolean }[] {
	const scored = items
		.map((item) => ({ item, score: scoreOf(item) }))
		.sort((a, b) => b.score - a.score);
	let rank = 0;
	let previous: number | undefined;
	const ranked = scored.map(({ item, score }) => {
		if (score !== previous) rank++;
		previous = score;
		return { item, score, rank };
	});
	const sharing = new Map<number, number>();
	for (const { rank: r } of ranked) sharing.set(r, (sharing.get(r) ?? 0) + 1);
	return ranked.map((entry) => ({ ...entry, tied: (sharing.get(entry.rank) ?? 0) > 1 }));
}
