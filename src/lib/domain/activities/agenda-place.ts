import { isPause } from './activity-setup.ts';
import type { Activity } from './activity.ts';

/** Where an activity stands among those that are worked in; pauses are not counted. */
export interface AgendaPlace {
	/** From 1; 0 before the first one. In a pause, the number of the one before it. */
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
		activities.filter((activity) => !isPause(activity)).length;
	return { number: worked(agenda.slice(0, at + 1)), total: worked(agenda) };
}
