import { collectsNotes, type Activity } from '#lib/domain/activities/activity.ts';
import { isLocked, isUnrevealed, isWriting, type Stage } from '#lib/domain/stage/stage.ts';
import { m } from '#lib/paraglide/messages.js';

/** How the current activity stands, in a few words. */
export function stageWords(
	stage: Stage,
	activity: Pick<Activity, 'id' | 'columns' | 'kind'>
): string {
	if (stage.hall === 'closed') return m.run_state_hall_closed();
	if (stage.vote?.state === 'open') return m.run_state_voting();
	if (stage.vote && stage.view !== 'board') return m.run_state_results();
	if (activity.kind === 'break') return m.run_state_break();
	if (!collectsNotes(activity)) return m.run_state_running();
	if (isLocked(stage, activity.id)) return m.run_state_locked();
	if (isUnrevealed(stage, activity.id))
		return isWriting(stage) ? m.run_state_private() : m.run_state_private_closed();
	return isWriting(stage) ? m.run_state_writing() : m.run_state_written();
}
