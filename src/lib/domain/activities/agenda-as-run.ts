/** What changes which activity is the current one of a stage. */
export interface StageStep {
	/** The activity that was opened on it, or null: the hall was closed. */
	readonly activityId: string | null;
	/** The stage that it was opened on; null for the hall as a whole, which ends what runs anywhere. */
	readonly stage: string | null;
	/** Epoch milliseconds. */
	readonly at: number;
}

/** When an activity was the current one, first and last; epoch milliseconds. */
export interface RunTimes {
	readonly from: number;
	/** Null while it is the current one. */
	readonly until: number | null;
	/** How long it was the current one, the pauses for other activities left out, in whole minutes. */
	readonly minutes: number;
}

/**
 * When each activity was run, by what happened on the stages in its order. One that was opened twice counts
 * from its first opening to its last end; one that is still open until `now`.
 */
export function runTimes(steps: readonly StageStep[], now: number): Map<string, RunTimes> {
	const spans = new Map<string, { from: number; until: number | null; ran: number }>();
	const current = new Map<string, { activityId: string; since: number }>();

	function end(stage: string, at: number): void {
		const open = current.get(stage);
		const span = open && spans.get(open.activityId);
		if (!open || !span) return;
		span.ran += at - open.since;
		span.until = at;
		current.delete(stage);
	}

	for (const { activityId, stage, at } of steps) {
		if (activityId === null || stage === null) {
			for (const running of [...current.keys()]) end(running, at);
			continue;
		}
		end(stage, at);
		current.set(stage, { activityId, since: at });
		const span = spans.get(activityId);
		if (span) span.until = null;
		else spans.set(activityId, { from: at, until: null, ran: 0 });
	}
	for (const { activityId, since } of current.values()) {
		const span = spans.get(activityId);
		if (span) span.ran += now - since;
	}
	return new Map(
		[...spans].map(([id, { from, until, ran }]) => [
			id,
			{ from, until, minutes: Math.round(ran / 60_000) }
		])
	);
}
