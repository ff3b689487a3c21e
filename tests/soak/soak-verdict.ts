import type { Reading } from './server-probe.ts';

/** How much more memory the last minutes may take than the first. */
const MOST_GROWTH = 1.1;

/** Minutes of a run that are compared: a first and a last stretch of the same length after a warm-up. */
export interface Stretches {
	/** Everybody arrives, code is compiled, caches fill: not counted. */
	readonly warmUp: number;
	readonly length: number;
}

/** Five minutes after two of warm-up, and less of both in a short run. */
export function stretchesOf(minutes: number): Stretches {
	const warmUp = Math.min(2, minutes / 6);
	return { warmUp, length: Math.min(5, (minutes - warmUp) / 2) };
}

/** One kind of memory: means over the first and the last stretch, in bytes. */
export interface Growth {
	readonly first: number;
	readonly last: number;
	readonly within: boolean;
}

export function growthOf(
	readings: readonly Reading[],
	minutes: number,
	of: (reading: Reading) => number
): Growth {
	const { warmUp, length } = stretchesOf(minutes);
	const between = (from: number, to: number) =>
		mean(readings.filter(({ at }) => at >= from * 60 && at <= to * 60).map(of));
	const first = between(warmUp, warmUp + length);
	const last = between(minutes - length, minutes);
	return { first, last, within: last <= first * MOST_GROWTH };
}

function mean(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
