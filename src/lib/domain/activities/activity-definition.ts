import type * as v from 'valibot';
import type { SpaceKind } from '../spaces/space.ts';
import type { VoteRules } from '../ballots/ballot-methods.ts';
import type { BoardSetup } from './board-setup.ts';
import type { PhaseName } from './phase.ts';
import type { RunFigures, Situation } from './situation.ts';

/** What an activity leaves for those after it. */
export type ActivityYield = 'notes' | 'clusters' | 'ranking' | 'proposals';

/** Where an activity can be run: before everybody, in each parallel session, at each table. */
export type ActivitySpace = 'hall' | SpaceKind;

/** A step within an activity; what comes after its last one is the agenda's. */
export type ActivityStep = 'reveal_notes' | 'cluster' | 'open_vote' | 'propose';

/**
 * All that tells one kind of activity from another. Pages, screens and services ask it and never compare
 * a kind. `Parameters` is what a facilitator sets of it, `State` what is kept of it while it is run; both as
 * they are stored.
 */
export interface ActivityDefinition<Parameters, State = never> {
	/** Checks parameters against their limits and fills in those that are left out. */
	readonly parameters: v.GenericSchema<unknown, Parameters>;
	/** How long a new one takes, in minutes. */
	readonly minutes: number;
	/** True for what stands between the activities: they are counted without it. */
	readonly pause: boolean;
	readonly spaces: readonly ActivitySpace[];
	/** The board that notes are written on; null where none is. */
	board(parameters: Parameters): BoardSetup | null;
	/** The rules of its vote on clusters; null where it has none. */
	vote(parameters: Parameters): VoteRules | null;
	/**
	 * Checks what a facilitator keeps of it while it is the current one, against what is set of it; null where
	 * nothing is kept. Everybody of the workshop reads it.
	 */
	state(parameters: Parameters): v.GenericSchema<unknown, State> | null;
	/** What of earlier activities it works with; without any of these it has nothing to work with. */
	readonly inputs: readonly ActivityYield[];
	outputs(parameters: Parameters): readonly ActivityYield[];
	/** The phases it goes through, in their order. */
	phases(parameters: Parameters): readonly PhaseName[];
	/** The phase it is in while no vote and no results stand in view. */
	phaseAt(parameters: Parameters, now: Situation): PhaseName;
	/** What is done in it next; undefined once the agenda can go on. Not asked while a vote is open. */
	stepAt(parameters: Parameters, now: Situation, made: RunFigures): ActivityStep | undefined;
}
