/** Planned: not yet opened. Open: notes are written. Closed: writing has ended; it can be opened again. */
export const BOARD_STATES = ['planned', 'open', 'closed'] as const;
export type BoardState = (typeof BOARD_STATES)[number];

/**
 * Where the notes of one activity stand: one board for the whole hall, or one for each space that the
 * activity runs in. Room names, pseudonyms and the members of clusters hang on its id.
 */
export interface Board {
	readonly id: string;
	readonly workshopId: string;
	readonly activityId: string;
	/** Null for the hall's. */
	readonly spaceId: string | null;
	readonly state: BoardState;
}
