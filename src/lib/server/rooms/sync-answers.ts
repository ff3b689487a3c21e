import * as Y from 'yjs';
import { SYNC_STEP_2 } from '../../realtime/frame.ts';
import { syncFrame } from './sync-frame.ts';

/** State vectors whose answers are kept: phones that left together ask for the same. */
const KEPT = 8;

/**
 * Answers to "what do I lack", kept until the document changes: 300 phones that join at once, or come
 * back from the same moment, cost one encoding.
 */
export class SyncAnswers {
	private readonly doc: Y.Doc;
	private readonly kept = new Map<string, Uint8Array>();

	constructor(doc: Y.Doc) {
		this.doc = doc;
	}

	/** The frame for a client with this state vector. Throws when the bytes are none. */
	to(stateVector: Uint8Array): Uint8Array {
		const key = Buffer.from(stateVector).toString('base64');
		const known = this.kept.get(key);
		if (known) return known;
		const frame = syncFrame(SYNC_STEP_2, Y.encodeStateAsUpdate(this.doc, stateVector));
		if (this.kept.size >= KEPT) this.kept.clear();
		this.kept.set(key, frame);
		return frame;
	}

	/** The document changed: nothing that was answered holds any more. */
	forget(): void {
		this.kept.clear();
	}
}
