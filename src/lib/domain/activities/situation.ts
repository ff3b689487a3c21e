import type { Stage } from '../stage/stage.ts';

/** How the current activity stands, as far as its phase and its next step depend on it. */
export interface Situation extends Pick<Stage, 'writing' | 'vote' | 'view'> {
	/** Nobody but their authors sees its notes yet. */
	readonly hidden: boolean;
}

/** What was made so far, as far as the next step depends on it. */
export interface RunFigures {
	/** Notes on the current activity's board. */
	readonly notes: number;
	/** Clusters that stand in the workshop. */
	readonly clusters: number;
}

/** How the stage's current activity stands. */
export function situationOf(stage: Stage): Situation {
	const { activityId, writing, vote, view, unrevealed } = stage;
	return { writing, vote, view, hidden: activityId !== null && unrevealed.includes(activityId) };
}
