import { collectsNotes, type Activity } from './activity.ts';
import { isUnrevealed, isWriting, type Stage } from '../stage/stage.ts';

/** What the one primary button of the run page does. */
export type NextStep =
	| { readonly kind: 'open_hall' | 'show_results' | 'close_hall' }
	| {
			readonly kind: 'open_activity' | 'reveal_notes' | 'cluster' | 'open_vote';
			readonly activityId: string;
	  }
	| { readonly kind: 'close_vote'; readonly voteId: string };

/** What was made so far, as far as the next step depends on it. */
export interface RunFigures {
	/** Notes on the current activity's board. */
	readonly notes: number;
	/** Clusters that can be voted on in the current activity. */
	readonly clusters: number;
}

/**
 * The next step of a workshop, or undefined once its hall is closed. An activity that is voted in is
 * clustered and voted on before the next one opens; a vote that ran is shown before the stage moves on;
 * private notes are revealed before anything is done with them. Rules [RN1] to [RN5] and [PV9].
 */
export function nextStep(
	stage: Stage,
	agenda: readonly Activity[],
	figures: RunFigures
): NextStep | undefined {
	if (stage.hall === 'closed') return undefined;
	if (stage.hall === 'preparing') return { kind: 'open_hall' };
	if (stage.vote?.state === 'open') return { kind: 'close_vote', voteId: stage.vote.id };
	if (stage.vote && stage.view === 'vote') return { kind: 'show_results' };
	const at = agenda.findIndex(({ id }) => id === stage.activityId);
	const current = agenda[at];
	if (current && isUnrevealed(stage, current.id))
		return { kind: 'reveal_notes', activityId: current.id };
	if (current && !stage.vote && isVotedIn(current)) {
		const unclustered = collectsNotes(current) && isWriting(stage) && figures.notes > 0;
		if (figures.clusters > 0 && !unclustered) return { kind: 'open_vote', activityId: current.id };
		if (figures.notes > 0 || !collectsNotes(current))
			return { kind: 'cluster', activityId: current.id };
	}
	const next = agenda[at + 1];
	return next ? { kind: 'open_activity', activityId: next.id } : { kind: 'close_hall' };
}

function isVotedIn(activity: Activity): boolean {
	return activity.vote !== null || activity.kind === 'vote';
}
