import { canInWorkshop, documentRights, type WorkshopAccess } from '../../domain/policy.ts';
import { planSchema } from '../../gate/schemas/plan-schema.ts';
import type { RootDb } from '../db/database.ts';
import type { RoomContent } from '../rooms/room-content.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { planRows } from './plan-rows.ts';
import { projectPlan } from './plan-projection.ts';

/** The action plan of a workshop. */
export function planContent(db: RootDb): RoomContent<WorkshopAccess> {
	return {
		facts: (workshopId) => getWorkshopAccess(db, workshopId),
		access: (actor, _workshopId, workshop) =>
			Promise.resolve({
				read: canInWorkshop(actor, 'read_plan', workshop),
				rights: documentRights(canInWorkshop(actor, 'write_plan', workshop)),
				presence: false
			}),
		schema: planSchema,
		project: projectPlan,
		rows: planRows
	};
}
