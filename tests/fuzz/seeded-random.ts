/** A source of chance that gives the same row for the same seed, so that a violation can be run again. */
export class SeededRandom {
	private state: number;

	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** A number in [0, 1). */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = this.state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
	}

	/** A whole number in [0, below). */
	below(below: number): number {
		return Math.floor(this.next() * below);
	}

	/** A whole number from `low` to `high`, both included. */
	between(low: number, high: number): number {
		return low + this.below(high - low + 1);
	}

	/** True in `share` of the cases. */
	chance(share: number): boolean {
		return this.next() < share;
	}

	/** One of them; throws for none. */
	pick<T>(from: readonly T[]): T {
		if (from.length === 0) throw new Error('There is nothing to pick from.');
		return from[this.below(from.length)] as T;
	}

	/** One of them, or undefined for none. */
	pickOr<T>(from: readonly T[]): T | undefined {
		return from[this.below(from.length)];
	}

	/** A client id as Yjs draws them. */
	clientId(): number {
		return this.below(0x1_0000_0000);
	}

	/** `length` characters out of a-z and 0-9. */
	id(length: number): string {
		let id = '';
		while (id.length < length) id += 'abcdefghijklmnopqrstuvwxyz0123456789'[this.below(36)] ?? '';
		return id;
	}
}
