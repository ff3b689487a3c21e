import type { Activity } from '../activities/activity.ts';
import type { Stage } from '../stage/stage.ts';
import type { RankedOption, Turnout, VoteOption } from '../votes/vote.ts';
import type { Organiser } from './organiser.ts';
import type { Workshop } from './workshop.ts';

/** All of a workshop that the projector's page shows. */
export interface ScreenContent {
	readonly workshop: Workshop;
	readonly organisers: readonly Organiser[];
	readonly agenda: readonly Activity[];
	readonly stage: Stage;
	readonly figures: ScreenFigures;
}

/** What the projector counts. Totals of all people together: no figure of a category is among them. */
export interface ScreenFigures {
	/** People who joined, and people awaited. */
	readonly seats: { readonly joined: number; readonly expected: number };
	/** The vote on the stage, null while there is none. */
	readonly vote: ScreenVote | null;
}

/** While a vote is open its turnout and its options; once it is closed its results too. */
export interface ScreenVote {
	readonly id: string;
	readonly turnout: Turnout;
	readonly options: readonly VoteOption[];
	readonly results: { readonly options: readonly RankedOption[]; readonly dotsCast: number } | null;
}
