import * as Y from 'yjs';
import { SYNC_STEP_2, SYNC_UPDATE } from '../../../realtime/frame.ts';
import { syncFrame } from './sync-frame.ts';

/** State vectors whose answers are kept: phones that left together ask for the same. */
const KEPT = 8;

/** Of a kept answer, the part that may have been added since before it is made anew. */
const MOST_SINCE = 1 / 4;

/** Bytes that may be added to any answer: to a newcomer's on an empty board too. */
const LEAST_SINCE = 16 * 1024;

interface Answer {
	/** Step 2, as it was when somebody first asked. */
	readonly state: Uint8Array;
	/** What came into the document since. */
	since: Uint8Array[];
	sinceBytes: number;
	/** All of `since` in one frame, until more comes. */
	rest: Uint8Array | undefined;
}

/**
 * Answers to "what do I lack": 300 phones that join at once, or come back from the same moment, cost one
 * encoding, also while others write. What was written after an encoding follows it as an update.
 */
export class SyncAnswers {
	private readonly doc: Y.Doc;
	/** By state vector, the one asked for longest ago first. */
	private readonly kept = new Map<string, Answer>();

	constructor(doc: Y.Doc) {
		this.doc = doc;
	}

	/** The frames for a client with this state vector, in order. Throws when the bytes are none. */
	to(stateVector: Uint8Array): readonly Uint8Array[] {
		const key = Buffer.from(stateVector).toString('base64');
		const answer = this.kept.get(key) ?? this.encode(stateVector);
		this.kept.delete(key);
		this.kept.set(key, answer);
		const [oldest] = this.kept.keys();
		if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
		if (answer.since.length === 0) return [answer.state];
		if (answer.rest === undefined) {
			const since = Y.mergeUpdates(answer.since);
			answer.since = [since];
			answer.rest = syncFrame(SYNC_UPDATE, since);
		}
		return [answer.state, answer.rest];
	}

	/** The document changed by `update`, as Yjs emitted it. */
	add(update: Uint8Array): void {
		for (const [key, answer] of this.kept) {
			answer.since.push(update);
			answer.sinceBytes += update.length;
			answer.rest = undefined;
			if (answer.sinceBytes > Math.max(LEAST_SINCE, answer.state.length * MOST_SINCE))
				this.kept.delete(key);
		}
	}

	private encode(stateVector: Uint8Array): Answer {
		const state = syncFrame(SYNC_STEP_2, Y.encodeStateAsUpdate(this.doc, stateVector));
		return { state, since: [], sinceBytes: 0, rest: undefined };
	}
}
