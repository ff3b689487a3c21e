import type { Column } from '../boards/column.ts';
import type { VoteRules } from '../ballots/ballot-methods.ts';
import { ACTIVITIES, type ActivityKind, type ParametersOf } from './activities.ts';
import type { ActivitySpace } from './activity-definition.ts';
import type { BoardSetup } from './board-setup.ts';

/** A kind with parameters of its own. */
export interface SetupOf<Kind extends ActivityKind> {
	readonly kind: Kind;
	readonly parameters: ParametersOf<Kind>;
}

/** What an activity is: its kind with the parameters that belong to it. */
export type ActivitySetup = { [K in ActivityKind]: SetupOf<K> }[ActivityKind];

/** How its boards are set up, null where no notes are written in it. */
export function boardOf<Kind extends ActivityKind>(activity: SetupOf<Kind>): BoardSetup | null {
	return ACTIVITIES[activity.kind].board(activity.parameters);
}

/** True when people write notes in it. */
export function collectsNotes<Kind extends ActivityKind>(activity: SetupOf<Kind>): boolean {
	return boardOf(activity) !== null;
}

/** The columns that notes are written in; empty where none are. */
export function columnsOf<Kind extends ActivityKind>(activity: SetupOf<Kind>): readonly Column[] {
	return boardOf(activity)?.columns ?? [];
}

/** True when nobody but their authors sees its notes before they are revealed. */
export function writesPrivately<Kind extends ActivityKind>(activity: SetupOf<Kind>): boolean {
	return boardOf(activity)?.writing === 'private';
}

/** True when its notes are clustered in a grouping of its own. */
export function isClusteredApart<Kind extends ActivityKind>(activity: SetupOf<Kind>): boolean {
	return boardOf(activity)?.clusters === 'apart';
}

/** The rules that clusters are voted on by in it, null where none are. */
export function voteRulesOf<Kind extends ActivityKind>(activity: SetupOf<Kind>): VoteRules | null {
	return ACTIVITIES[activity.kind].vote(activity.parameters);
}

/** True when it can be run there: some of it makes no sense at each table. */
export function runsIn({ kind }: { readonly kind: ActivityKind }, space: ActivitySpace): boolean {
	return ACTIVITIES[kind].spaces.includes(space);
}

/** True for what stands between the activities. */
export function isPause({ kind }: { readonly kind: ActivityKind }): boolean {
	return ACTIVITIES[kind].pause;
}
