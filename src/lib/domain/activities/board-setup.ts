import type { Column } from '../boards/column.ts';

/** Shared: every note is seen at once. Private: nobody else sees a note before the facilitator reveals all. */
export const BOARD_WRITING = ['shared', 'private'] as const;
export type BoardWriting = (typeof BOARD_WRITING)[number];

/**
 * Where the notes of an activity are clustered. Together: with those of the other activities that cluster
 * together, for the plenary. Apart: in clusters of the activity's own.
 */
export const BOARD_CLUSTERS = ['together', 'apart'] as const;
export type BoardClusters = (typeof BOARD_CLUSTERS)[number];

/** How the boards of an activity are set up, the hall's as those of its tables. */
export interface BoardSetup {
	/** At least one. */
	readonly columns: readonly Column[];
	readonly writing: BoardWriting;
	readonly clusters: BoardClusters;
}
