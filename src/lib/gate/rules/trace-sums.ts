/**
 * Sums of what histories leave behind. What is added is summed up although Yjs merges much of it; it is
 * counted anew where the sum is over a limit, so that only what stands is ever held against anybody.
 */
export class TraceSums {
	private readonly sums = new Map<string, number>();

	/** True when `added` more fit into `limit`; `count` counts what stands. */
	fits(name: string, added: number, limit: number, count: () => number): boolean {
		const sum = this.sums.get(name);
		if (sum !== undefined && sum + added <= limit) return true;
		const exact = count();
		this.sums.set(name, exact);
		return exact + added <= limit;
	}

	add(name: string, added: number): void {
		this.sums.set(name, (this.sums.get(name) ?? 0) + added);
	}
}
