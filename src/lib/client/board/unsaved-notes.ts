/** Where a note's newest wording is. `sent` left the device and is not known to be on disk yet. */
export type NoteState = 'device' | 'sent' | 'saved';

/**
 * Which of one's notes are not known to be on the server's disk. It believes acknowledgements alone: a
 * note is saved once the frame that carried its last change was acknowledged, and a frame that was never
 * acknowledged counts for nothing once its connection is gone, since numbers end with the connection.
 *
 * Call order of one change: `touch` for each note inside the transaction, `counted` when the socket takes
 * the transaction's update (never when nothing can be sent), `settle` at the end of the update's event.
 */
export class UnsavedNotes {
	/** Key of a note to the frame that carries it, or null while it is on this device only. */
	private readonly frames: Map<string, number | null>;
	/** Changed in the transaction that is under way. */
	private readonly touched = new Set<string>();

	/** `frames` may be a map that is followed in runes. */
	constructor(frames: Map<string, number | null> = new Map<string, number | null>()) {
		this.frames = frames;
	}

	get size(): number {
		return this.frames.size;
	}

	get keys(): readonly string[] {
		return [...this.frames.keys()];
	}

	has(key: string): boolean {
		return this.frames.has(key);
	}

	stateOf(key: string): NoteState {
		const frame = this.frames.get(key);
		return frame === undefined ? 'saved' : frame === null ? 'device' : 'sent';
	}

	/** Notes that an earlier start left unsaved, and that stand in the document again. */
	restore(keys: Iterable<string>): void {
		for (const key of keys) if (!this.frames.has(key)) this.frames.set(key, null);
	}

	/** A note was changed here. */
	touch(key: string): void {
		this.frames.set(key, null);
		this.touched.add(key);
	}

	/** A counted frame was handed to the socket. A whole one (sync step 2) carries all that was changed. */
	counted({ number, whole }: { readonly number: number; readonly whole: boolean }): void {
		for (const key of whole ? this.keys : this.touched) this.frames.set(key, number);
	}

	/** The event of the transaction's update is over: what was not counted by now was not sent. Gives what it changed. */
	settle(): string[] {
		const keys = [...this.touched];
		this.touched.clear();
		return keys;
	}

	/** Everything up to frame `count` of this connection is on disk. Gives the notes that are saved by it. */
	saved(count: number): string[] {
		const saved: string[] = [];
		for (const [key, frame] of [...this.frames]) {
			if (frame === null || frame > count) continue;
			this.frames.delete(key);
			saved.push(key);
		}
		return saved;
	}

	disconnected(): void {
		for (const key of this.keys) this.frames.set(key, null);
	}

	clear(): void {
		this.frames.clear();
		this.touched.clear();
	}
}
