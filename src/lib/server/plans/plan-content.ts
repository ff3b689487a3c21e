import { completePlan } from '../../board/plan-doc.ts';
import { canInWorkshop, documentRights, type WorkshopAccess } from '../../domain/policy.ts';
import { planSchema } from '../../gate/schemas/plan-schema.ts';
import type { RootDb } from '../db/database.ts';
import type { RoomContent } from '../rooms/room-content.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { planRows } from './plan-rows.ts';
import { projectPlan } from './plan-projection.ts';
import { getWorkshopOf } from './plan.repository.ts';

/** An action plan: whoever may read or write it in its workshop may. */
export function planContent(db: RootDb): RoomContent<WorkshopAccess> {
	return {
		facts: async (planId) => getWorkshopAccess(db, await getWorkshopOf(db, planId)),
		access: (actor, _planId, workshop) =>
			Promise.resolve({
				read: canInWorkshop(actor, 'read_plan', workshop),
				rights: documentRights(canInWorkshop(actor, 'write_plan', workshop)),
				presence: false
			}),
		schema: planSchema,
		complete: () => Promise.resolve(completePlan),
		project: projectPlan,
		rows: planRows
	};
}
