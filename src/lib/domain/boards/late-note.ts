/** What became of a late note; one that was left stays in the record and can be admitted later. */
export const LATE_NOTE_STATES = ['waiting', 'admitted', 'left'] as const;
export type LateNoteState = (typeof LATE_NOTE_STATES)[number];

/**
 * What a phone hands in when it comes back after a board was closed: a note of its owner, or a
 * newer wording of one that stands on the board already.
 */
export interface HandedNote {
	/** As the note has, or would have had, on the board. */
	readonly key: string;
	readonly columnId: string;
	readonly text: string;
	/** When its author wrote it, epoch milliseconds. */
	readonly at: number;
}

/** A late note as its author is told of it. */
export interface LateNote extends HandedNote {
	readonly boardId: string;
	readonly handedAt: number;
	readonly state: LateNoteState;
}

/** A late note as facilitators see it: never with its author. */
export interface LateNoteForRoom extends LateNote {
	/** The group of people behind it, `small` where too few stand behind that. */
	readonly category: string;
	/** The board holds an earlier wording of this note. */
	readonly onBoard: boolean;
}

/** Names one late note: a key is unique on one board alone. */
export interface LateNoteRef {
	readonly boardId: string;
	readonly key: string;
}

export const LATE_NOTE_LIMITS = {
	/** Late notes of one person for one board, as many as they may write on a board. */
	perPerson: 300,
	/** Times that one person may hand in within a minute. */
	handInsPerMinute: 30
} as const;
