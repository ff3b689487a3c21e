const MINUTE = 60_000;

/** How many people joined in each of the last `minutes` minutes, the present one last. */
export function joinsPerMinute(
	joinedAt: readonly number[],
	now: number,
	minutes: number
): readonly number[] {
	const last = Math.floor(now / MINUTE);
	const counts = Array.from({ length: minutes }, () => 0);
	for (const at of joinedAt) {
		const index = minutes - 1 - (last - Math.floor(at / MINUTE));
		const count = counts[index];
		if (count !== undefined) counts[index] = count + 1;
	}
	return counts;
}
