import { collectsNotes, type Activity } from '#lib/domain/activities/activity.ts';
import type { Stage } from '#lib/domain/stage/stage.ts';

/**
 * What a participant's page shows: `waiting` where there is nothing to do on the phone (also while the
 * hall prepares), `watching` a board that an observing person does not read, `ended` once the hall closed.
 */
export type Scene = 'waiting' | 'watching' | 'board' | 'vote' | 'results' | 'ended';

/** The scene that follows from the stage, for the activity that is current (undefined while none is). */
export function sceneOf(
	stage: Stage,
	activity: Pick<Activity, 'columns'> | undefined,
	observing: boolean
): Scene {
	if (stage.hall === 'closed') return 'ended';
	if (stage.hall === 'preparing' || !activity) return 'waiting';
	if (stage.view !== 'board' && stage.vote) return stage.vote.state === 'open' ? 'vote' : 'results';
	if (!collectsNotes(activity)) return 'waiting';
	return observing ? 'watching' : 'board';
}

/** The next items of the agenda after the current one, at most `count`; from the start while none is. */
export function stepsAhead(
	agenda: readonly Activity[],
	activityId: string | null,
	count: number
): readonly Activity[] {
	const at = agenda.findIndex(({ id }) => id === activityId);
	return agenda.slice(at + 1, at + 1 + count);
}
