import type { EventAction } from '../../domain/events/event.ts';
import type { Db } from '../db/database.ts';
import '../events/event.table.ts';

/** After which words of people of a workshop may be gone. */
const ERASING: readonly EventAction[] = ['person_erased', 'persons_erased', 'keeping_ended'];

/** How many times people of a workshop were erased, one by one or all at once. */
export async function countErasures(db: Db, workshopId: string): Promise<number> {
	const row = await db
		.selectFrom('event')
		.select(({ fn }) => fn.countAll<number | bigint | string>().as('times'))
		.where('workshop_id', '=', workshopId)
		.where('action', 'in', ERASING)
		.executeTakeFirstOrThrow();
	return Number(row.times);
}
