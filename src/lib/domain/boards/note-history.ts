/** Who made a change, as far as facilitators are told: nobody learns which participant wrote a note. */
export type NoteChanger =
	| { readonly kind: 'author' }
	| { readonly kind: 'facilitator'; readonly name: string }
	/** Another participant who was given charge of the notes. */
	| { readonly kind: 'table_facilitator' }
	/** The server: a reveal, a late note that was admitted. */
	| { readonly kind: 'server' };

/** How a note stands at one moment. */
export interface NoteStanding {
	readonly columnId: string;
	readonly text: string;
	/** Deleted, or its creation undone. */
	readonly gone: boolean;
}

/** One change of one note. */
export interface NoteEvent extends NoteStanding {
	/** Number of the change in the board's log, counted from 1; several notes can share one. */
	readonly seq: number;
	/** The minute in which it was stored, epoch milliseconds. */
	readonly at: number;
	readonly key: string;
	readonly by: NoteChanger;
}

export type NoteEventKind = 'written' | 'worded' | 'moved' | 'removed' | 'restored';

/** What an event did to a note that stood as `before` (undefined when it was not there). */
export function noteEventKind(
	before: NoteStanding | undefined,
	after: NoteStanding
): NoteEventKind {
	if (!before) return 'written';
	if (before.gone !== after.gone) return after.gone ? 'removed' : 'restored';
	return before.columnId !== after.columnId ? 'moved' : 'worded';
}

/** The notes as they stood when the change with number `seq` had been made, in the order they came. */
export function notesAt(events: readonly NoteEvent[], seq: number): ReadonlyMap<string, NoteEvent> {
	const notes = new Map<string, NoteEvent>();
	for (const event of events) {
		if (event.seq > seq) break;
		notes.set(event.key, event);
	}
	for (const [key, { gone }] of notes) if (gone) notes.delete(key);
	return notes;
}

/** The changes of one note, oldest first, each with how it stood before. */
export function historyOf(
	events: readonly NoteEvent[],
	key: string
): { readonly event: NoteEvent; readonly before: NoteEvent | undefined }[] {
	const own = events.filter((event) => event.key === key);
	return own.map((event, index) => ({ event, before: own[index - 1] }));
}
