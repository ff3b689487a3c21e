import type { Activity } from '#lib/domain/activities/activity.ts';
import type { ErrorCode, ErrorDetails } from '#lib/domain/errors.ts';
import type { Stage } from '#lib/domain/stage/stage.ts';
import type { StakeholderCategory } from '#lib/domain/people/stakeholder-category.ts';
import type { RehearsalFigures } from '#lib/features/rehearsal/rehearsal-figures.ts';
import type { RunWorkshop } from '#lib/domain/workshops/workshop-parts.ts';

/** What the run page is rendered from before its live rooms answer. */
export interface RunData {
	/** The account's id, which names its copies of boards on this device. */
	readonly me: string;
	readonly workshop: RunWorkshop;
	readonly agenda: readonly Activity[];
	readonly categories: readonly StakeholderCategory[];
	readonly stage: Stage;
	/** Category to people who joined. */
	readonly joined: Readonly<Record<string, number>>;
	/** Board to the notes on it. */
	readonly notes: Readonly<Record<string, number>>;
	/** Clusters that can be voted on in the current activity. */
	readonly clusters: number;
	/** Proposals of the workshop. */
	readonly proposals: number;
	/** Late notes that wait. */
	readonly lateNotes: number;
	/** Where phones join: an origin that they can reach. */
	readonly joinOrigin: string;
	/** Set where all of it is a rehearsal. */
	readonly rehearsal: RehearsalFigures | null;
}

/** What a command gave: a screen's new address and code, or why it was refused. */
export interface CommandResult {
	readonly screen?: string;
	readonly screenCode?: string;
	/** What the pretend people of a rehearsal did. */
	readonly acts?: { readonly notes: number; readonly ballots: number };
	readonly error?: { readonly code: ErrorCode; readonly details: ErrorDetails };
}
