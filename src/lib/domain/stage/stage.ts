import type { VoteState } from '../votes/vote.ts';
import type { Seat } from '../spaces/seat.ts';
import type { LocalizedText } from '../text/locale.ts';

/** What everyone's page follows, written by the server alone: the hall's, or a room's of its own. */
export interface Stage {
	readonly hall: 'preparing' | 'open' | 'closed';
	readonly activityId: string | null;
	/** The newest vote of the current activity. */
	readonly vote: StageVote | null;
	/** The votes of other activities that are not published yet, the oldest first. */
	readonly otherVotes: readonly (StageVote & { readonly activityId: string })[];
	/** What the screen and the phones show of the current activity; `clusters` is for the screen, phones show the notes. */
	readonly view: StageView;
	readonly timer: Timer | null;
	/** What was kept of the current activity, as its kind checked it ({@link stateOn}); null before. */
	readonly state: unknown;
	/** Counts up with each change of the stage; commands name the one they saw. */
	readonly version: number;
	/** Every board that was opened so far, in the order of the agenda and of the spaces. */
	readonly boards: readonly StageBoard[];
	/** When facilitators last decided on late notes, epoch milliseconds: phones that wait ask anew. 0 before. */
	readonly lateDecision: number;
	/** How many times words of people were erased in the workshop: phones drop what they keep of boards that are not open. */
	readonly erasures: number;
}
export type StageView = 'board' | 'clusters' | 'vote' | 'results';
export interface StageVote {
	readonly id: string;
	readonly state: VoteState;
}

/** How a board that was opened stands. */
export interface StageBoard {
	readonly id: string;
	readonly activityId: string;
	/** Null for the hall's. */
	readonly spaceId: string | null;
	/** Of its table or room; empty for the hall's. */
	readonly name: LocalizedText;
	/** Notes are written on it, unless it is locked: it was not closed, and neither was the hall. */
	readonly open: boolean;
	/** False while nobody but their authors sees its notes. */
	readonly revealed: boolean;
	/** Nobody writes on it. */
	readonly locked: boolean;
	/** A table's or a room's board is read by everybody from the plenary on; the hall's always is. */
	readonly shown: boolean;
}

/** The boards of an activity that were opened. */
export function boardsOf(stage: Stage, activityId: string | null): StageBoard[] {
	return stage.boards.filter((board) => board.activityId === activityId);
}

/**
 * The board of an activity that is one person's: of their table, else of their room, else of the hall.
 * Undefined before it was opened, and for who sits nowhere where the activity runs in spaces.
 */
export function boardFor(
	stage: Stage,
	activityId: string | null,
	seats: readonly Seat[] = []
): StageBoard | undefined {
	const boards = boardsOf(stage, activityId);
	const seated = (layer: Seat['layer']) =>
		boards.find(({ spaceId }) =>
			seats.some((seat) => seat.layer === layer && seat.spaceId === spaceId)
		);
	return seated('table') ?? seated('room') ?? boards.find(({ spaceId }) => spaceId === null);
}

/** Notes can be written on it now. */
export function isWritable(board: StageBoard | undefined): boolean {
	return board !== undefined && board.open && !board.locked;
}

/** Notes can be written now on some board of the current activity. */
export function isWriting(stage: Stage): boolean {
	return boardsOf(stage, stage.activityId).some(isWritable);
}

/** Some notes of the activity are seen by nobody but their authors yet. */
export function isUnrevealed(stage: Stage, activityId: string): boolean {
	return boardsOf(stage, activityId).some(({ revealed }) => !revealed);
}

/** Every board of the activity is locked. */
export function isLocked(stage: Stage, activityId: string): boolean {
	const boards = boardsOf(stage, activityId);
	return boards.length > 0 && boards.every(({ locked }) => locked);
}

/** The activity was the current one before, or is now. */
export function wasOpened(stage: Stage, activityId: string): boolean {
	return boardsOf(stage, activityId).length > 0;
}

/** Server times in epoch milliseconds. While paused `endsAt` is null and `remaining` holds what is left. */
export interface Timer {
	readonly endsAt: number | null;
	readonly remaining: number;
	readonly duration: number;
}
