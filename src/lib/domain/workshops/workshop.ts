import type { LocalizedText } from '../text/locale.ts';

/** Preparing: nobody can join. Open: the hall is open. Closed: nobody joins or writes any more. */
export type WorkshopState = 'preparing' | 'open' | 'closed';

export type OrganiserRole = 'organiser' | 'partner' | 'funder' | 'supporter';
export const ORGANISER_ROLES: readonly OrganiserRole[] = [
	'organiser',
	'partner',
	'funder',
	'supporter'
];

/** What a facilitator prepares. `date` is YYYY-MM-DD and times are HH:MM, in the workshop's own place. */
export interface Workshop {
	readonly id: string;
	readonly title: LocalizedText;
	/** A few words for the head of a phone; falls back to the title. */
	readonly shortTitle: LocalizedText;
	readonly programme: LocalizedText;
	readonly objectives: readonly LocalizedText[];
	readonly venue: LocalizedText;
	readonly date: string | null;
	readonly startTime: string | null;
	readonly endTime: string | null;
	readonly regionId: string | null;
	readonly joinCode: string;
	readonly state: WorkshopState;
	/** New people may join while the hall is open. */
	readonly joining: boolean;
	/** Set on the shipped example only: its watermark stands wherever its data are shown. */
	readonly example: boolean;
	/** Smallest number of people of a category for which the category is ever shown beside a note. */
	readonly anonymityFloor: number;
	/** Changes with each saved change; a command that names an older one gets `stale`. */
	readonly version: number;
}

/** Lengths in characters as people count them, and numbers of items. */
export const WORKSHOP_LIMITS = {
	title: 200,
	shortTitle: 40,
	programme: 200,
	venue: 200,
	objective: 300,
	objectives: 20,
	organisers: 20,
	organiserName: 160,
	categories: 60,
	categoryName: 160,
	expected: 5000,
	activities: 60,
	prompt: 300,
	columns: 8,
	columnName: 40,
	logoBytes: 1024 * 1024
} as const;
