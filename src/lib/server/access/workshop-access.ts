import { DomainError } from '../../domain/errors.ts';
import type { WorkshopAccess } from '../../domain/policy.ts';
import type { Db } from '../db/database.ts';
import '../workshops/workshop.table.ts';

/** The facts about a workshop that `domain/policy.ts` asks for. Throws `not_found`. */
export async function getWorkshopAccess(db: Db, workshopId: string): Promise<WorkshopAccess> {
	const row = await db
		.selectFrom('workshop')
		.select(['id', 'region_id', 'opened_at'])
		.where('id', '=', workshopId)
		.executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	const facilitators = await db
		.selectFrom('workshop_facilitator')
		.select('account_id')
		.where('workshop_id', '=', workshopId)
		.execute();
	return {
		id: row.id,
		regionId: row.region_id,
		facilitators: facilitators.map((facilitator) => facilitator.account_id),
		opened: row.opened_at !== null
	};
}
