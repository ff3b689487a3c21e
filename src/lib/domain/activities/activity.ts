import type { LocalizedText } from '../text/locale.ts';
import type { ActivitySetup } from './activity-setup.ts';

/** What every agenda item says of itself, whatever its kind. */
export interface ActivityWords {
	readonly title: LocalizedText;
	/** A few words for tabs and phones; falls back to the title. */
	readonly shortTitle: LocalizedText;
	readonly prompt: LocalizedText;
	readonly durationMinutes: number;
}

/** An item of a workshop's agenda, told apart by its kind. */
export type Activity = ActivitySetup &
	ActivityWords & {
		readonly id: string;
		readonly workshopId: string;
		/** HH:MM or null. */
		readonly startTime: string | null;
		/** It was the current one before, or is now. */
		readonly opened: boolean;
		readonly position: number;
		/** Where its notes are clustered, and whose clusters are voted on in it. */
		readonly groupingId: string;
	};
