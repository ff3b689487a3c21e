/** Numbers in [0, 1) that are the same in every run with the same seed, so that subjects are asked alike. */
export type Random = () => number;

export function seededRandom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A time to the next arrival when people act on their own: exponential, of mean `mean`. */
export function waitingTime(random: Random, mean: number): number {
	return -Math.log(1 - random()) * mean;
}
