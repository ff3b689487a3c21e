import type { Admission } from '../people/admission.ts';
import type { LocalizedText } from '../text/locale.ts';
import type { WorkshopDay, WorkshopSpan } from './workshop-day.ts';

/** Preparing: nobody can join. Open: the hall is open. Closed: nobody joins or writes any more. */
export type WorkshopState = 'preparing' | 'open' | 'closed';

export type OrganiserRole = 'organiser' | 'partner' | 'funder' | 'supporter';
export const ORGANISER_ROLES: readonly OrganiserRole[] = [
	'organiser',
	'partner',
	'funder',
	'supporter'
];

/** What a facilitator prepares. Date and hours are what its days span. */
export interface Workshop extends WorkshopSpan {
	readonly id: string;
	readonly title: LocalizedText;
	/** A few words for the head of a phone; falls back to the title. */
	readonly shortTitle: LocalizedText;
	/** The project or programme under which the workshop is held, in words. */
	readonly framework: LocalizedText;
	readonly objectives: readonly LocalizedText[];
	readonly venue: LocalizedText;
	/** In their order, one at least. */
	readonly days: readonly WorkshopDay[];
	readonly regionId: string | null;
	readonly joinCode: string;
	readonly state: WorkshopState;
	/** New people may join while the hall is open. */
	readonly joining: boolean;
	/** How people come in. */
	readonly admission: Admission;
	/** Set on the shipped example and on rehearsals: the watermark stands wherever its data are shown. */
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
	framework: 200,
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
