import { DomainError } from '../../domain/errors.ts';
import type { Db } from '../db/database.ts';
import '../plans/plan.table.ts';

/** The ids of a workshop's plans, for a statement that reads what stands in them: one today. */
export function plansOf(db: Db, workshopId: string) {
	return db
		.selectFrom('plan_workshop')
		.select('plan_workshop.plan_id')
		.where('plan_workshop.workshop_id', '=', workshopId);
}

/** The plan of a workshop, which has one from its first moment on. Throws `not_found` without the workshop. */
export async function getPlanOf(db: Db, workshopId: string): Promise<string> {
	const plan = await plansOf(db, workshopId).executeTakeFirst();
	if (!plan) throw new DomainError('not_found');
	return plan.plan_id;
}
