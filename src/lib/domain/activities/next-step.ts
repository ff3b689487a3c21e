import type { Stage } from '../stage/stage.ts';
import { ACTIVITIES, type ActivityKind } from './activities.ts';
import type { ActivityStep } from './activity-definition.ts';
import type { SetupOf } from './activity-setup.ts';
import type { Activity } from './activity.ts';
import { situationOf, type RunFigures, type Situation } from './situation.ts';

/** What the one primary button of the run page does. */
export type NextStep =
	| { readonly kind: 'open_hall' | 'show_results' | 'close_hall' }
	| { readonly kind: 'open_activity' | ActivityStep; readonly activityId: string }
	| { readonly kind: 'end_vote' | 'publish_vote'; readonly voteId: string };

/**
 * The next step of a workshop, or undefined once its hall is closed. A vote that is open is ended, and one
 * that has ended is published before anything else; then the kind of the current activity says what is done in it, and after
 * that the agenda goes on. Rules [RN1] to [RN5] and [PV9].
 */
export function nextStep(
	stage: Stage,
	agenda: readonly Activity[],
	made: RunFigures
): NextStep | undefined {
	if (stage.hall === 'closed') return undefined;
	if (stage.hall === 'preparing') return { kind: 'open_hall' };
	const { vote } = stage;
	if (vote?.state === 'open') return { kind: 'end_vote', voteId: vote.id };
	if (vote?.state === 'ended') return { kind: 'publish_vote', voteId: vote.id };
	if (vote && stage.view === 'vote') return { kind: 'show_results' };
	const at = agenda.findIndex(({ id }) => id === stage.activityId);
	const current = agenda[at];
	const step = current && stepIn(current, situationOf(stage), made);
	if (current && step) return { kind: step, activityId: current.id };
	const next = agenda[at + 1];
	return next ? { kind: 'open_activity', activityId: next.id } : { kind: 'close_hall' };
}

function stepIn<Kind extends ActivityKind>(
	activity: SetupOf<Kind>,
	now: Situation,
	made: RunFigures
): ActivityStep | undefined {
	return ACTIVITIES[activity.kind].stepAt(activity.parameters, now, made);
}
