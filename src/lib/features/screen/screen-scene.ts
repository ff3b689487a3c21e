import { collectsNotes, type Activity } from '#lib/domain/activities/activity.ts';
import { isUnrevealed, type Stage } from '#lib/domain/stage/stage.ts';

/**
 * What the projector shows: `plain` is an activity without notes, by its title and its time; `private`
 * says that people write what nobody else sees yet.
 */
export type ScreenScene = 'waiting' | 'plain' | 'board' | 'private' | 'vote' | 'results' | 'ended';

/** The scene that follows from the stage. Rules [SC5] and [PV9]. */
export function screenScene(
	stage: Stage,
	activity: Pick<Activity, 'id' | 'columns'> | undefined
): ScreenScene {
	if (stage.hall === 'preparing') return 'waiting';
	if (stage.vote && stage.view !== 'board') return stage.vote.state === 'open' ? 'vote' : 'results';
	if (stage.hall === 'closed') return 'ended';
	if (!activity) return 'waiting';
	if (!collectsNotes(activity)) return 'plain';
	return isUnrevealed(stage, activity.id) ? 'private' : 'board';
}
