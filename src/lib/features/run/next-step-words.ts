import type { Activity } from '#lib/domain/activities/activity.ts';
import { textIn } from '#lib/domain/text/locale.ts';
import type { NextStep } from '#lib/domain/activities/next-step.ts';
import { boardsOf, isWriting, type Stage } from '#lib/domain/stage/stage.ts';
import type { Turnout } from '#lib/domain/votes/vote.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** The primary button's words, and beside it what pressing it does. */
export interface NextStepWords {
	readonly label: string;
	readonly effect: string;
}

/** What the words depend on beside the step. */
interface Situation {
	readonly stage: Stage;
	readonly agenda: readonly Activity[];
	readonly notes: number;
	readonly clusters: number;
	readonly turnout: Turnout | null;
}

/** Says a next step before it is taken. */
export function nextStepWords(step: NextStep, at: Situation): NextStepWords {
	switch (step.kind) {
		case 'open_hall':
			return { label: m.run_next_open_hall(), effect: m.run_next_open_hall_effect() };
		case 'open_activity':
			return {
				label: m.run_next_activity({ name: nameOf(at.agenda, step.activityId) }),
				effect: leavingEffect(at)
			};
		case 'reveal_notes':
			return { label: m.run_next_reveal(), effect: m.run_next_reveal_effect() };
		case 'cluster':
			return {
				label: m.run_next_cluster(),
				effect: isWriting(at.stage)
					? m.run_next_cluster_closes({ count: at.notes })
					: m.run_next_cluster_effect()
			};
		case 'open_vote':
			return {
				label: m.run_next_open_vote(),
				effect: m.run_next_open_vote_effect({ count: at.clusters })
			};
		case 'close_vote':
			return {
				label: m.run_next_close_vote(),
				effect: at.turnout
					? m.run_next_close_vote_effect({ voted: at.turnout.voted, count: at.turnout.mayVote })
					: ''
			};
		case 'show_results':
			return { label: m.run_next_results(), effect: m.run_next_results_effect() };
		case 'close_hall':
			return { label: m.run_next_close_hall(), effect: m.run_next_close_hall_effect() };
	}
}

function leavingEffect({ stage, notes }: Situation): string {
	if (!isWriting(stage)) return m.run_next_activity_effect();
	// What is not shown yet is not read by everybody.
	return boardsOf(stage, stage.activityId).every(({ shown }) => shown)
		? m.run_next_closes_writing({ count: notes })
		: m.run_next_closes_tables();
}

function nameOf(agenda: readonly Activity[], id: string): string {
	const activity = agenda.find((item) => item.id === id);
	if (!activity) return '';
	return textIn(activity.shortTitle, getLocale()) || textIn(activity.title, getLocale());
}
