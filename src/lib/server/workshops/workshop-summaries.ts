import type { AccountActor } from '../../domain/people/actor.ts';
import { stepsDone, type PreparationStep } from '../../domain/workshops/preparation.ts';
import type { Workshop } from '../../domain/workshops/workshop.ts';
import type { Db } from '../db/database.ts';
import { daysOfWorkshops } from '../reads/days.ts';
import { countInWorkshops, type CountsOfWorkshop } from '../reads/counts-of-workshops.ts';
import { rehearsalIds } from '../reads/rehearsals.ts';
import { toWorkshop } from './workshop.repository.ts';

/** A workshop with the figures that a list of workshops shows. */
export interface WorkshopSummary extends Omit<CountsOfWorkshop, 'organisers'> {
	readonly workshop: Workshop;
	/** True once its hall was opened for the first time. */
	readonly opened: boolean;
	readonly done: readonly PreparationStep[];
}

/**
 * The workshops that concern an account, without rehearsals: for a facilitator those it is named in, for a director those of
 * the regions that were opened; none for an administrator.
 */
export async function listSummaries(db: Db, actor: AccountActor): Promise<WorkshopSummary[]> {
	let query = db
		.selectFrom('workshop')
		.selectAll()
		.where('id', 'not in', rehearsalIds(db))
		.orderBy('created_at', 'desc');
	if (actor.role === 'facilitator')
		query = query.where('id', 'in', (eb) =>
			eb.selectFrom('workshop_facilitator').select('workshop_id').where('account_id', '=', actor.id)
		);
	else if (actor.role === 'director' && actor.regions.length > 0)
		query = query.where('region_id', 'in', actor.regions).where('opened_at', 'is not', null);
	else return [];
	const rows = await query.execute();
	const ids = rows.map((row) => row.id);
	const countsOf = await countInWorkshops(db, ids);
	const daysOf = await daysOfWorkshops(db, ids);
	return rows.map((row) => {
		const workshop = toWorkshop(row, daysOf(row.id));
		const { organisers, ...counts } = countsOf(row.id);
		return {
			workshop,
			opened: row.opened_at !== null,
			...counts,
			done: stepsDone(workshop, { ...counts, organisers })
		};
	});
}
