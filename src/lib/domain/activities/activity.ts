import type { LocalizedText } from '../text/locale.ts';

/** What an agenda item is. `notes` collects notes in columns; `vote` only votes on the clusters. */
export const ACTIVITY_KINDS = [
	'protocol',
	'presentation',
	'notes',
	'vote',
	'proposals',
	'plenary',
	'break'
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export const NOTE_COLORS = ['mint', 'rose', 'sky', 'peach', 'lilac', 'lemon', 'sand'] as const;
export type NoteColor = (typeof NOTE_COLORS)[number];

/** Names of the icons a column can carry, so that its colour never stands alone. */
export const COLUMN_ICONS = [
	'plus',
	'minus',
	'sunrise',
	'storm',
	'mountain',
	'puzzle',
	'columns',
	'links',
	'sprout',
	'lightbulb'
] as const;
export type ColumnIcon = (typeof COLUMN_ICONS)[number];

/** A column of a board. `id` is unique in its activity: letters, digits and `_`, at most 16. */
export interface Column {
	readonly id: string;
	readonly name: LocalizedText;
	readonly color: NoteColor;
	readonly icon: ColumnIcon;
}

/** Dot voting on the clusters: dots a person, and the most on one cluster. */
export interface VoteRules {
	readonly budget: number;
	readonly cap: number;
}
export const VOTE_RULE_LIMITS = { budget: 20, cap: 20 } as const;
export const DEFAULT_VOTE_RULES: VoteRules = { budget: 5, cap: 2 };

/** Shared: every note is seen at once. Private: nobody else sees a note before the facilitator reveals all. */
export const ACTIVITY_WRITING = ['shared', 'private'] as const;
export type ActivityWriting = (typeof ACTIVITY_WRITING)[number];

export interface Activity {
	readonly id: string;
	readonly workshopId: string;
	readonly kind: ActivityKind;
	readonly title: LocalizedText;
	/** A few words for tabs and phones; falls back to the title. */
	readonly shortTitle: LocalizedText;
	readonly prompt: LocalizedText;
	/** HH:MM or null. */
	readonly startTime: string | null;
	readonly durationMinutes: number;
	/** Empty unless people write notes in it. */
	readonly columns: readonly Column[];
	/** Null where nothing is voted on in it. */
	readonly vote: VoteRules | null;
	/** It was the current one before, or is now. */
	readonly opened: boolean;
	/** How notes are written in it; chosen before it is first opened. */
	readonly writing: ActivityWriting;
	readonly position: number;
	/** Where its notes are clustered, and whose clusters are voted on in it. */
	readonly groupingId: string;
}

/** True when people write notes in it. */
export function collectsNotes(activity: Pick<Activity, 'columns'>): boolean {
	return activity.columns.length > 0;
}
