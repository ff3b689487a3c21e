import type { Activity } from './activity.ts';

/** Where an activity stands among those that are worked in; breaks are not counted. */
export interface AgendaPlace {
	/** From 1; 0 before the first one. In a break, the number of the one before it. */
	readonly number: number;
	readonly total: number;
}

/** The place of the activity `id` in the agenda. Rule [RN6]. */
export function agendaPlace(
	agenda: readonly Pick<Activity, 'id' | 'kind'>[],
	id: string | null
): AgendaPlace {
	const at = agenda.findIndex((activity) => activity.id === id);
	const worked = (activities: readonly Pick<Activity, 'kind'>[]): number =>
		activities.filter(({ kind }) => kind !== 'break').length;
	return { number: worked(agenda.slice(0, at + 1)), total: worked(agenda) };
}
