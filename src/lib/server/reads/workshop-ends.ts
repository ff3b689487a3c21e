import type { EventAction } from '../../domain/events/event.ts';
import type { Db } from '../db/database.ts';
import '../events/event.table.ts';
import '../persons/privacy.table.ts';
import '../workshops/day.table.ts';
import '../workshops/workshop.table.ts';

/** A workshop whose data end some time, and when it itself ended. */
export interface EndedWorkshop {
	readonly workshopId: string;
	readonly keepDays: number;
	readonly eraseWords: boolean;
	readonly dueDays: number;
	readonly dueSeenAt: number | null;
	/** The later of the closing of its hall and the end of its last day, epoch milliseconds. */
	readonly endedAt: number;
}

/**
 * Workshops that chose how long they keep data, whose hall is closed after it had been open, and whose data did not
 * end since.
 */
export async function listEndedWorkshops(db: Db): Promise<EndedWorkshop[]> {
	const rows = await db
		.selectFrom('privacy')
		.innerJoin('workshop', 'workshop.id', 'privacy.workshop_id')
		.selectAll('privacy')
		.select((select) => {
			const last = (action: EventAction) =>
				select
					.selectFrom('event')
					.select(({ fn }) => fn.max('event.at').as('at'))
					.whereRef('event.workshop_id', '=', 'privacy.workshop_id')
					.where('event.action', '=', action);
			return [
				last('hall_closed').as('closed_at'),
				last('keeping_ended').as('kept_until'),
				last('privacy_set').as('chosen_at'),
				select
					.selectFrom('day')
					.select(({ fn }) => fn.max('day.date').as('date'))
					.whereRef('day.workshop_id', '=', 'privacy.workshop_id')
					.as('last_day')
			];
		})
		.where('workshop.state', '=', 'closed')
		.where('workshop.opened_at', 'is not', null)
		.where('privacy.keep_days', 'is not', null)
		.orderBy('privacy.workshop_id')
		.execute();
	return rows.flatMap(({ keep_days, closed_at, last_day, kept_until, chosen_at, ...row }) => {
		if (keep_days === null || closed_at === null) return [];
		// It was done for this closing and by these settings.
		if (kept_until !== null && kept_until >= Math.max(closed_at, chosen_at ?? 0)) return [];
		const lastDay = last_day === null ? 0 : Date.parse(`${last_day}T23:59:59Z`);
		return [
			{
				workshopId: row.workshop_id,
				keepDays: keep_days,
				eraseWords: row.erase_words === 1,
				dueDays: row.due_days,
				dueSeenAt: row.due_seen_at,
				endedAt: Math.max(closed_at, lastDay)
			}
		];
	});
}
