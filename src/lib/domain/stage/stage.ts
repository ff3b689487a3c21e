/** What everyone's page follows, written by the server alone. */
export interface Stage {
	readonly hall: 'preparing' | 'open' | 'closed';
	readonly activityId: string | null;
	/** Notes may be written in the current activity: it is open, and its board is not locked. */
	readonly writing: boolean;
	readonly vote: StageVote | null;
	/** What the screen and the phones show of the current activity. */
	readonly view: StageView;
	readonly timer: Timer | null;
	/** Counts up with each change of the stage; commands name the one they saw. */
	readonly version: number;
	/** Activities whose boards may be read: all that were opened so far. */
	readonly visible: readonly string[];
	/** Those of them whose notes nobody but their authors sees, until they are revealed. */
	readonly unrevealed: readonly string[];
	/** Those of them whose boards are locked: nobody writes there. */
	readonly locked: readonly string[];
	/** When facilitators last decided on late notes, epoch milliseconds: phones that wait ask anew. 0 before. */
	readonly lateDecision: number;
}
export type StageView = 'board' | 'vote' | 'results';
export interface StageVote {
	readonly id: string;
	readonly state: 'open' | 'closed';
}

/** Server times in epoch milliseconds. While paused `endsAt` is null and `remaining` holds what is left. */
export interface Timer {
	readonly endsAt: number | null;
	readonly remaining: number;
	readonly duration: number;
}
