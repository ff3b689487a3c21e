/** Width of a class, in milliseconds, and how many there are; what took longer stands in the last one. */
const CLASS_MS = 0.1;
const CLASSES = 300_000;

/** Counts by class, to send from process to process. */
export type LatencyCounts = readonly (readonly [number, number])[];

/** Quantiles of very many latencies, to a tenth of a millisecond and up to 30 s. */
export class Latencies {
	private readonly counts = new Uint32Array(CLASSES);
	private total = 0;

	get count(): number {
		return this.total;
	}

	add(milliseconds: number): void {
		const at = Math.min(CLASSES - 1, Math.max(0, Math.floor(milliseconds / CLASS_MS)));
		this.counts[at] = (this.counts[at] ?? 0) + 1;
		this.total++;
	}

	addAll(counts: LatencyCounts): void {
		for (const [at, count] of counts) {
			this.counts[at] = (this.counts[at] ?? 0) + count;
			this.total += count;
		}
	}

	/** The time that a share of `share` (0 to 1) did not exceed, in milliseconds; 0 when there is none. */
	quantile(share: number): number {
		let left = Math.ceil(this.total * share);
		for (let at = 0; at < CLASSES; at++) {
			left -= this.counts[at] ?? 0;
			if (left <= 0) return this.total === 0 ? 0 : Math.round((at + 1) * CLASS_MS * 10) / 10;
		}
		return CLASSES * CLASS_MS;
	}

	toCounts(): LatencyCounts {
		const pairs: [number, number][] = [];
		for (let at = 0; at < CLASSES; at++) {
			const count = this.counts[at] ?? 0;
			if (count > 0) pairs.push([at, count]);
		}
		return pairs;
	}
}
