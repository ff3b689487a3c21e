import { phaseOf } from '#lib/domain/activities/activity-phase.ts';
import type { Activity } from '#lib/domain/activities/activity.ts';
import { PHASES, type PhaseName } from '#lib/domain/activities/phase.ts';
import { situationOf } from '#lib/domain/activities/situation.ts';
import { isLocked, type Stage } from '#lib/domain/stage/stage.ts';
import { m } from '#lib/paraglide/messages.js';

const WORDS: Readonly<Record<PhaseName, () => string>> = {
	pause: m.run_state_break,
	talk: m.run_state_running,
	writing: m.run_state_writing,
	private_writing: m.run_state_private,
	reveal: m.run_state_private_closed,
	clustering: m.run_state_written,
	vote: m.run_state_voting,
	vote_ended: m.votes_ended,
	results: m.run_state_results
};

/** How the current activity stands, in a few words. */
export function stageWords(stage: Stage, activity: Activity): string {
	if (stage.hall === 'closed') return m.run_state_hall_closed();
	const phase = phaseOf(activity, situationOf(stage));
	const { scene } = PHASES[phase];
	const board = scene === 'board' || scene === 'hidden_board';
	return board && isLocked(stage, activity.id) ? m.run_state_locked() : WORDS[phase]();
}
