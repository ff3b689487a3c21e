import type { TimeSpan } from '../../../domain/boards/note-times.ts';

/**
 * When what comes by one socket can have been written. What a device held when it came back was written
 * since the server heard of it before; once it said all that, whatever comes was written since the last
 * sign of life.
 */
export class WritingTime {
	private from: number;
	private caughtUp = false;

	/** `from`: when the device was heard of before, or when writing began; epoch milliseconds. */
	constructor(from: number) {
		this.from = from;
	}

	span(now: number): TimeSpan {
		return { from: Math.min(this.from, now), to: now };
	}

	/** The device gave a sign of life. */
	heard(now: number): void {
		if (this.caughtUp) this.from = now;
	}

	/** The device said everything that it held. */
	saidAll(now: number): void {
		this.caughtUp = true;
		this.from = now;
	}

	/** What the device writes after this socket was written since then. */
	get since(): number {
		return this.from;
	}
}
