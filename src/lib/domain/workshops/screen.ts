import type { Activity } from '../activities/activity.ts';
import type { Stage } from '../stage/stage.ts';
import type { VoteResults } from '../votes/publication.ts';
import type { StageVote } from '../stage/stage.ts';
import type { Turnout, VoteOption } from '../votes/vote.ts';
import type { Organiser } from './organiser.ts';
import type { ScreenWorkshop } from './workshop-parts.ts';

/** All of a workshop that the projector's page shows. */
export interface ScreenContent {
	readonly workshop: ScreenWorkshop;
	readonly organisers: readonly Organiser[];
	readonly agenda: readonly Activity[];
	readonly stage: Stage;
	readonly figures: ScreenFigures;
}

/** What the projector counts. Totals of all people together: no figure of a category is among them. */
export interface ScreenFigures {
	readonly workshopId: string;
	/** People who joined, and people awaited. */
	readonly seats: { readonly joined: number; readonly expected: number };
	/** The vote on the stage, null while there is none. */
	readonly vote: ScreenVote | null;
}

/** Before a vote is published its turnout and its options, from then on its results too. */
export interface ScreenVote extends StageVote {
	readonly turnout: Turnout;
	readonly options: readonly VoteOption[];
	readonly results: Pick<
		VoteResults,
		'outcome' | 'unit' | 'voters' | 'electorate' | 'fingerprint'
	> | null;
}
