import type { NextStep } from '#lib/domain/activities/next-step.ts';
import type { Activity } from '#lib/domain/activities/activity.ts';
import { boardsOf, isWriting, type Stage } from '#lib/domain/stage/stage.ts';
import { shortTitleIn } from '#lib/domain/text/short-title.ts';
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

/** How a step is offered on the run page. */
interface OfferedStep {
	/** The run page's action that takes it. */
	readonly command: string;
	/** What it is sent with, beside what the step itself names. */
	readonly fields?: Readonly<Record<string, string>>;
	/** It names the version of the workshop that was seen, the others that of the stage. */
	readonly ofWorkshop?: boolean;
	/** `name` is that of the activity that the step is about. */
	readonly words: (at: Situation, name: string) => NextStepWords;
}

/** Every step, with all that the run page knows of it. */
const STEPS = {
	open_hall: {
		command: 'openHall',
		ofWorkshop: true,
		words: () => ({ label: m.run_next_open_hall(), effect: m.run_next_open_hall_effect() })
	},
	open_activity: {
		command: 'openActivity',
		words: (at, name) => ({
			label: m.run_next_activity({ name }),
			effect: leavingEffect(at)
		})
	},
	reveal_notes: {
		command: 'revealNotes',
		words: () => ({ label: m.run_next_reveal(), effect: m.run_next_reveal_effect() })
	},
	cluster: {
		command: 'cluster',
		words: (at) => ({
			label: m.run_next_cluster(),
			effect: isWriting(at.stage)
				? m.run_next_cluster_closes({ count: at.notes })
				: m.run_next_cluster_effect()
		})
	},
	open_vote: {
		command: 'openVote',
		words: (at) => ({
			label: m.run_next_open_vote(),
			effect: m.run_next_open_vote_effect({ count: at.clusters })
		})
	},
	propose: {
		command: 'propose',
		words: () => ({ label: m.run_next_propose(), effect: m.run_next_propose_effect() })
	},
	end_vote: {
		command: 'endVote',
		words: ({ turnout }) => ({
			label: m.run_next_end_vote(),
			effect: turnout
				? m.run_next_end_vote_effect({ voted: turnout.voted, count: turnout.mayVote })
				: ''
		})
	},
	publish_vote: {
		command: 'publishVote',
		words: () => ({ label: m.run_next_publish_vote(), effect: m.run_next_publish_vote_effect() })
	},
	show_results: {
		command: 'show',
		fields: { view: 'results' },
		words: () => ({ label: m.run_next_results(), effect: m.run_next_results_effect() })
	},
	close_hall: {
		command: 'closeHall',
		ofWorkshop: true,
		words: () => ({ label: m.run_next_close_hall(), effect: m.run_next_close_hall_effect() })
	}
} as const satisfies Readonly<Record<NextStep['kind'], OfferedStep>>;

/** The actions that the run page needs so that every step can be taken. */
export type StepCommand = (typeof STEPS)[NextStep['kind']]['command'];

/** Says a next step before it is taken. */
export function nextStepWords(step: NextStep, at: Situation): NextStepWords {
	const offered: OfferedStep = STEPS[step.kind];
	return offered.words(at, 'activityId' in step ? nameOf(at.agenda, step.activityId) : '');
}

/** What is posted to take a step, from the versions of the stage and the workshop that were seen. */
export function postOf(
	step: NextStep,
	seen: { readonly stage: number; readonly workshop: number }
): { command: string; seen: number; fields: Readonly<Record<string, string>> } {
	const { command, fields = {}, ofWorkshop = false }: OfferedStep = STEPS[step.kind];
	return {
		command,
		seen: ofWorkshop ? seen.workshop : seen.stage,
		fields: {
			...fields,
			...('activityId' in step && { activity: step.activityId }),
			...('voteId' in step && { vote: step.voteId })
		}
	};
}

function nameOf(agenda: readonly Activity[], id: string): string {
	const activity = agenda.find((item) => item.id === id);
	if (!activity) return '';
	return shortTitleIn(activity, getLocale());
}

function leavingEffect({ stage, notes }: Situation): string {
	if (!isWriting(stage)) return m.run_next_activity_effect();
	// What is not shown yet is not read by everybody.
	return boardsOf(stage, stage.activityId).every(({ shown }) => shown)
		? m.run_next_closes_writing({ count: notes })
		: m.run_next_closes_tables();
}
