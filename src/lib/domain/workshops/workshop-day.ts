/** One day on which a workshop is held. What is not known yet is null. */
export interface WorkshopDay {
	readonly id: string;
	/** YYYY-MM-DD, in the workshop's own place. */
	readonly date: string | null;
	/** HH:MM; the agenda of the day begins then. */
	readonly startTime: string | null;
	/** HH:MM */
	readonly endTime: string | null;
}

/** When a workshop is held: from its first day's first hour to its last day's last one. */
export type WorkshopSpan = Pick<WorkshopDay, 'date' | 'startTime' | 'endTime'>;

/** Of the days in their order; all null without a day. */
export function spanOf(days: readonly WorkshopDay[]): WorkshopSpan {
	const first = days[0];
	return {
		date: first?.date ?? null,
		startTime: first?.startTime ?? null,
		endTime: days.at(-1)?.endTime ?? null
	};
}
