import { isBlank } from '../text/locale.ts';
import type { Workshop } from './workshop.ts';

/** The steps of preparing a workshop, in the order in which they are offered. */
export const PREPARATION_STEPS = ['basics', 'place', 'organisers', 'categories', 'agenda'] as const;
export type PreparationStep = (typeof PREPARATION_STEPS)[number];

/** How many of each a workshop has. */
export interface PreparationCounts {
	readonly categories: number;
	readonly activities: number;
	readonly organisers: number;
}

/**
 * The steps that hold enough to open the hall with: a title and an objective, a date and a venue, one
 * organiser, one category, one agenda item. What is needed to open it is `canOpenHall`.
 */
export function stepsDone(
	workshop: Pick<Workshop, 'title' | 'objectives' | 'date' | 'venue'>,
	counts: PreparationCounts
): PreparationStep[] {
	const done: Record<PreparationStep, boolean> = {
		basics: !isBlank(workshop.title) && workshop.objectives.length > 0,
		place: workshop.date !== null && !isBlank(workshop.venue),
		organisers: counts.organisers > 0,
		categories: counts.categories > 0,
		agenda: counts.activities > 0
	};
	return PREPARATION_STEPS.filter((step) => done[step]);
}

/** Whether a workshop's hall can be opened: a category has to say who can join. */
export function canOpenHall({ categories }: Pick<PreparationCounts, 'categories'>): boolean {
	return categories > 0;
}
