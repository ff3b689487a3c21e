import { isUnrevealed, isWriting, type Stage } from '../stage/stage.ts';

/** How the current activity stands, as far as its phase and its next step depend on it. */
export interface Situation extends Pick<Stage, 'vote' | 'view'> {
	/** Notes can be written now on some board of it. */
	readonly writing: boolean;
	/** Nobody but their authors sees its notes yet. */
	readonly hidden: boolean;
}

/** What was made so far, as far as the next step depends on it. */
export interface RunFigures {
	/** Notes on the current activity's board. */
	readonly notes: number;
	/** Clusters that can be voted on in the current activity. */
	readonly clusters: number;
	/** Proposals of the workshop. */
	readonly proposals: number;
}

/** How the stage's current activity stands. */
export function situationOf(stage: Stage): Situation {
	const { activityId, vote, view } = stage;
	const hidden = activityId !== null && isUnrevealed(stage, activityId);
	return { writing: isWriting(stage), vote, view, hidden };
}
