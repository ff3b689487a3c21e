/** One person's dots: cluster id to number of dots, 1 or more. */
export type Dots = Readonly<Record<string, number>>;

/** All dots together. */
export function dotsPlaced(dots: Dots): number {
	return Object.values(dots).reduce((total, count) => total + count, 0);
}

/**
 * The dots after one more on `clusterId`, or one less; undefined where the budget, the cap or an empty
 * place does not allow it.
 */
export function withDot(
	dots: Dots,
	clusterId: string,
	by: 1 | -1,
	rules: { readonly budget: number; readonly cap: number }
): Dots | undefined {
	const { [clusterId]: placed = 0, ...others } = dots;
	const count = placed + by;
	if (count < 0 || count > rules.cap) return undefined;
	if (by > 0 && dotsPlaced(dots) >= rules.budget) return undefined;
	return count === 0 ? others : { ...others, [clusterId]: count };
}

export function sameDots(a: Dots, b: Dots): boolean {
	const ids = Object.keys(a);
	return ids.length === Object.keys(b).length && ids.every((id) => a[id] === b[id]);
}
