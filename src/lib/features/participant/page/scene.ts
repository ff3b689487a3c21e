import { phaseOf } from '#lib/domain/activities/activity-phase.ts';
import type { ActivitySetup } from '#lib/domain/activities/activity-setup.ts';
import type { Activity } from '#lib/domain/activities/activity.ts';
import { PHASES } from '#lib/domain/activities/phase.ts';
import { situationOf } from '#lib/domain/activities/situation.ts';
import type { Seat } from '#lib/domain/spaces/seat.ts';
import { boardFor, boardsOf, isWritable, type Stage } from '#lib/domain/stage/stage.ts';

/**
 * What a participant's page shows: `waiting` where there is nothing to do on the phone (also while the
 * hall prepares), `watching` a board that an observing person does not read,
 * `unseated` while everybody else is at work at tables or in rooms and the person has no seat at one,
 * `ended` once the hall closed.
 */
export type Scene = 'waiting' | 'watching' | 'unseated' | 'board' | 'vote' | 'results' | 'ended';

/**
 * The scene that follows from the stage, for the activity that is current (undefined while none is) and where
 * the person sits.
 */
export function sceneOf(
	stage: Stage,
	activity: ActivitySetup | undefined,
	observing: boolean,
	seats: readonly Seat[] = []
): Scene {
	if (stage.hall === 'closed') return 'ended';
	if (stage.hall === 'preparing' || !activity) return 'waiting';
	const { scene } = PHASES[phaseOf(activity, situationOf(stage))];
	switch (scene) {
		case 'own':
			return 'waiting';
		case 'board':
		case 'hidden_board':
			if (observing) return 'watching';
			return boardFor(stage, stage.activityId, seats) ? 'board' : sceneElsewhere(stage);
		case 'vote':
		case 'results':
			return scene;
	}
}

/** For who has no board in the current activity: once the work is read in plenary, the screen has it. */
function sceneElsewhere(stage: Stage): 'unseated' | 'waiting' {
	const boards = boardsOf(stage, stage.activityId);
	return boards.some((board) => isWritable(board) || !board.shown) ? 'unseated' : 'waiting';
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
