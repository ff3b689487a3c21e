/** Where each row of a list begins, in pixels from the list's start; one more at the end says where all end. */
export type RowOffsets = Float64Array;

/** Rows one under the other, each as high as given and followed by `gap`. */
export function rowOffsets(heights: ArrayLike<number>, gap: number): RowOffsets {
	const offsets = new Float64Array(heights.length + 1);
	let end = 0;
	for (let index = 0; index < heights.length; index++)
		offsets[index + 1] = end += (heights[index] ?? 0) + gap;
	return offsets;
}

/** The row at a place, the first one for what lies before the list and the last one for what lies after. */
export function rowAt(offsets: RowOffsets, place: number): number {
	let low = 0;
	let high = Math.max(0, offsets.length - 2);
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((offsets[middle] ?? 0) <= place) low = middle;
		else high = middle - 1;
	}
	return low;
}

/** One row that is drawn, and how many pixels of rows that are not drawn lie between it and the one before. */
export interface DrawnRow {
	readonly index: number;
	readonly before: number;
}

/**
 * What is drawn of a list: the rows `from` up to and without `to`, at least one, and those around `held`,
 * which stay whatever is in view. `after` are the pixels of the rows below the last one drawn.
 */
export function drawnRows(
	offsets: RowOffsets,
	range: { readonly from: number; readonly to: number },
	held = -1
): { readonly rows: readonly DrawnRow[]; readonly after: number } {
	const count = offsets.length - 1;
	const from = Math.max(0, Math.min(range.from, count - 1));
	const to = Math.min(count, Math.max(range.to, from + 1));
	const indices = new Set<number>();
	for (let index = from; index < to; index++) indices.add(index);
	if (held >= 0)
		for (let index = Math.max(0, held - 1); index <= Math.min(count - 1, held + 1); index++)
			indices.add(index);
	let end = 0;
	const rows = [...indices]
		.sort((a, b) => a - b)
		.map((index) => {
			const before = (offsets[index] ?? 0) - end;
			end = offsets[index + 1] ?? 0;
			return { index, before };
		});
	return { rows, after: (offsets[count] ?? 0) - end };
}
