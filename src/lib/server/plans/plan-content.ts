import { canInWorkshop } from '../../domain/policy.ts';
import type { RootDb } from '../db/database.ts';
import type { RoomContent } from '../rooms/room-content.ts';
import { getWorkshopAccess } from '../workshops/workshop-access.ts';
import { projectPlan } from './plan-projection.ts';

/** The action plan of a workshop. */
export function planContent(db: RootDb): RoomContent {
	return {
		async access(actor, workshopId) {
			const workshop = await getWorkshopAccess(db, workshopId);
			return {
				read: canInWorkshop(actor, 'read_plan', workshop),
				write: canInWorkshop(actor, 'write_plan', workshop),
				presence: false,
				pseudonym: null
			};
		},
		project: projectPlan
	};
}
