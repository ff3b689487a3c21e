import { phaseOf } from '#lib/domain/activities/activity-phase.ts';
import type { ActivitySetup } from '#lib/domain/activities/activity-setup.ts';
import { PHASES, type PhaseScene } from '#lib/domain/activities/phase.ts';
import { situationOf } from '#lib/domain/activities/situation.ts';
import type { Stage } from '#lib/domain/stage/stage.ts';

/** What the projector shows: the scene of the current activity's phase, or what stands around them. */
export type ScreenScene = 'waiting' | PhaseScene | 'ended';

/** The scene that follows from the stage. Rules [SC5] and [PV9]. */
export function screenScene(stage: Stage, activity: ActivitySetup | undefined): ScreenScene {
	if (stage.hall === 'preparing') return 'waiting';
	if (!activity) return stage.hall === 'closed' ? 'ended' : 'waiting';
	const { scene } = PHASES[phaseOf(activity, situationOf(stage))];
	const decided = scene === 'vote' || scene === 'results';
	return stage.hall === 'closed' && !decided ? 'ended' : scene;
}
