import { performance } from 'node:perf_hooks';
import { setImmediate as othersTurn } from 'node:timers/promises';

/** Milliseconds that reads hold the event loop in one go: about as long as a note then waits for them. */
const AT_ONCE_MS = 1;

/** Turns of the loop in which a note is received, stored, acknowledged and told: each would wait anew. */
const TURNS_OF_A_NOTE = 4;

/**
 * SQLite answers at once, so that a page or a document that reads fifty times would hold the event loop for
 * all of them, and live rooms with it. Between two reads it is given up once they took long enough.
 */
export class LongReads {
	/** When the first read of this turn of the loop ended; undefined while nobody read in it. */
	private since: number | undefined;

	/** What whoever read has to wait for before they go on; undefined when there is no need to. */
	afterRead(): Promise<void> | undefined {
		const now = performance.now();
		if (this.since === undefined) {
			this.since = now;
			setImmediate(() => (this.since = undefined));
		}
		return now - this.since > AT_ONCE_MS ? othersTurns() : undefined;
	}
}

async function othersTurns(): Promise<void> {
	for (let turn = 0; turn < TURNS_OF_A_NOTE; turn++) await othersTurn();
}
