import type { LucideIcon } from '@lucide/svelte';
import type { Component } from 'svelte';
import type { Activity, ActivityWords } from '#lib/domain/activities/activity.ts';
import type { Stage } from '#lib/domain/stage/stage.ts';
import type { m } from '#lib/paraglide/messages.js';

/** What the fields of a kind are given: what stands in them, and the item as it was saved last. */
export interface PrepareProps<Parameters> {
	parameters: Parameters;
	readonly saved: Activity;
}

/** What a kind's part of any page is given while the activity is the current one. */
export interface PartProps<Parameters, State> {
	readonly activity: Pick<ActivityWords, 'title' | 'prompt'>;
	/** What is set of it, as its own kind has it. */
	readonly parameters: Parameters;
	/** What was kept of it so far; null before, and where its kind keeps nothing. */
	readonly state: State | null;
}

/** What the projector's part of a kind is given. */
export interface ScreenProps<Parameters, State> extends PartProps<Parameters, State> {
	/** The item after it. */
	readonly next: Activity | undefined;
}

/** What the run page's part of a kind is given. */
export interface RunProps<Parameters, State> extends PartProps<Parameters, State> {
	readonly activity: Activity;
	readonly stage: Stage;
	/** Says whether something typed here is not saved yet. */
	readonly onunsaved: (unsaved: boolean) => void;
}

/** What a kind of activity looks like on the pages of those who prepare and run. */
export interface ActivityFeatures<Parameters, State> {
	readonly icon: LucideIcon;
	/** A word for an agenda's line. */
	readonly short: typeof m.activity_break;
	/** What people do in it, for the choice of a kind. */
	readonly name: typeof m.activity_break;
	/** What the projector shows while nothing is written or voted on. */
	readonly Screen: Component<ScreenProps<Parameters, State>>;
	/** The same in the middle of the run page; null where there is nothing to read. */
	readonly Run: Component<RunProps<Parameters, State>> | null;
	/** What was kept of one, to be read while the hall is elsewhere; absent where its kind keeps nothing. */
	readonly Kept?: Component<PartProps<Parameters, State>>;
}

/** How a kind is prepared; apart from the other pages' part, which the hall's pages need not load. */
export interface PrepareFeatures<Parameters> {
	/** What a new one has set. */
	readonly starting: () => Parameters;
	/** The fields of what can be set, sent as `parameters.…`; null where there is nothing to set. */
	readonly Prepare: Component<PrepareProps<Parameters>, object, 'parameters'> | null;
}

/** What phones show of a kind; apart from the other pages' part, which phones need not load. */
export interface PhoneFeatures<Parameters, State> {
	/** Said while nothing of it is done on the phone. */
	readonly waiting: () => string;
	/** Shown in the place of those words; null where there is nothing to read. */
	readonly Phone: Component<PartProps<Parameters, State>> | null;
}
