import { phaseOf } from '#lib/domain/activities/activity-phase.ts';
import type { ActivitySetup } from '#lib/domain/activities/activity-setup.ts';
import { PHASES, type PhaseScene } from '#lib/domain/activities/phase.ts';
import { situationOf } from '#lib/domain/activities/situation.ts';
import { boardsOf, isWriting, type Stage, type StageBoard } from '#lib/domain/stage/stage.ts';

/**
 * What the projector shows: the scene of the current activity's phase, or what stands around them. At
 * `apart` each table or room works on a board of its own, which the hall does not read yet; at `clusters` a
 * facilitator lets the hall see them form.
 */
export type ScreenScene = 'waiting' | PhaseScene | 'apart' | 'clusters' | 'ended';

/** The scene that follows from the stage. Rules [SC5], [SC9], [SP5] and [PV9]. */
export function screenScene(stage: Stage, activity: ActivitySetup | undefined): ScreenScene {
	if (stage.hall === 'preparing') return 'waiting';
	if (!activity) return stage.hall === 'closed' ? 'ended' : 'waiting';
	const { scene } = PHASES[phaseOf(activity, situationOf(stage))];
	const decided = scene === 'vote' || scene === 'results';
	if (stage.hall === 'closed' && !decided) return 'ended';
	if (stage.view === 'clusters' && !isWriting(stage)) return 'clusters';
	const apart = scene === 'board' && shownBoards(stage).length === 0;
	return apart ? 'apart' : scene;
}

/** The boards of the activities of a grouping, by their ids, that the whole hall reads. */
export function clusteredBoards(stage: Stage, activities: readonly string[]): StageBoard[] {
	return stage.boards.filter(({ shown, activityId }) => shown && activities.includes(activityId));
}

/** The boards of the current activity that the whole hall reads: its own, or every table's once they are shown. */
export function shownBoards(stage: Stage): StageBoard[] {
	return boardsOf(stage, stage.activityId).filter(({ shown }) => shown);
}
