import { phaseOf } from '../activities/activity-phase.ts';
import type { ActivitySetup } from '../activities/activity-setup.ts';
import { PHASES } from '../activities/phase.ts';
import { situationOf } from '../activities/situation.ts';
import type { Stage, Timer } from './stage.ts';

const MINUTE = 60_000;

/** The longest time that a timer is set to, in milliseconds. */
const LONGEST = 24 * 60 * MINUTE;

/** What is left at `now`, in milliseconds; below 0 by how much the time is over. */
export function timeLeft(timer: Timer, now: number): number {
	return timer.endsAt === null ? timer.remaining : timer.endsAt - now;
}

/** A timer that runs from `now` on; null for no minutes. */
export function startedTimer(minutes: number, now: number): Timer | null {
	const duration = Math.min(LONGEST, minutes * MINUTE);
	return duration > 0 ? { endsAt: now + duration, remaining: duration, duration } : null;
}

/** Stopped with what is left. */
export function pausedTimer(timer: Timer, now: number): Timer {
	return { ...timer, endsAt: null, remaining: Math.max(0, timeLeft(timer, now)) };
}

/** Runs on with what is left. */
export function resumedTimer(timer: Timer, now: number): Timer {
	return { ...timer, endsAt: now + Math.max(0, timeLeft(timer, now)) };
}

/** With so many minutes more (or less, when negative) than what is left; starts one where there was none. */
export function retimed(timer: Timer | null, minutes: number, now: number): Timer | null {
	if (!timer) return startedTimer(minutes, now);
	const wanted = Math.max(0, timeLeft(timer, now)) + minutes * MINUTE;
	const left = Math.min(LONGEST, Math.max(0, wanted));
	return {
		endsAt: timer.endsAt === null ? null : now + left,
		remaining: left,
		duration: Math.max(timer.duration, left)
	};
}

/**
 * True while time counts for what goes on: not once writing was closed, nor beside results. An open vote has
 * a time of its own. Rules [TM1] and [TM2].
 */
export function timeCounts(stage: Stage, activity: ActivitySetup | undefined): boolean {
	if (stage.hall !== 'open' || !activity) return false;
	return stage.vote?.state === 'open' || PHASES[phaseOf(activity, situationOf(stage))].timed;
}

/** The timer that everybody is shown; null while no time counts. */
export function shownTimer(stage: Stage, activity: ActivitySetup | undefined): Timer | null {
	return timeCounts(stage, activity) ? stage.timer : null;
}
