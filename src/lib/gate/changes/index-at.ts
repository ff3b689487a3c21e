import type { Incoming } from './incoming.ts';

/** The index of the struct that holds the clock, which one of them does. */
export function indexAt(structs: readonly Incoming[], clock: number): number {
	let low = 0;
	let high = structs.length - 1;
	while (low < high) {
		const middle = (low + high + 1) >> 1;
		if ((structs[middle]?.clock ?? 0) <= clock) low = middle;
		else high = middle - 1;
	}
	return low;
}
