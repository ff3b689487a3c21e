import { collectsNotes, type Activity } from '#lib/domain/activity.ts';
import type { Stage } from '#lib/domain/stage.ts';

/** What the projector shows: `plain` is an activity without notes, by its title and its time. */
export type ScreenScene = 'waiting' | 'plain' | 'board' | 'vote' | 'results' | 'ended';

/** The scene that follows from the stage. Rule [SC5]. */
export function screenScene(
	stage: Stage,
	activity: Pick<Activity, 'columns'> | undefined
): ScreenScene {
	if (stage.hall === 'preparing') return 'waiting';
	if (stage.vote && stage.view !== 'board') return stage.vote.state === 'open' ? 'vote' : 'results';
	if (stage.hall === 'closed') return 'ended';
	if (!activity) return 'waiting';
	return collectsNotes(activity) ? 'board' : 'plain';
}
