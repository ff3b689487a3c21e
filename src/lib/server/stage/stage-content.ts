import type { Actor } from '../../domain/people/actor.ts';
import { canInWorkshop, documentRights, type WorkshopAccess } from '../../domain/policy.ts';
import { nobodySchema } from '../../gate/schemas/nobody-schema.ts';
import type { RootDb } from '../db/database.ts';
import type { RoomContent } from '../rooms/room-content.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { accountNames } from '../reads/account-names.ts';
import { countWaiting } from '../reads/late-notes.ts';
import { peopleByCategory } from '../reads/people-by-category.ts';
import { getStagePlace } from '../reads/stage-places.ts';

/** The stages of halls and rooms: everyone of the workshop reads them, the server alone writes them. */
export function stageContent(db: RootDb): RoomContent<WorkshopAccess> {
	return {
		facts: async (stageId) => getWorkshopAccess(db, (await getStagePlace(db, stageId)).workshopId),
		access: (actor, _stageId, workshop) =>
			Promise.resolve({
				read: canInWorkshop(actor, 'read_stage', workshop),
				rights: documentRights(false),
				presence: canInWorkshop(actor, 'see_presence', workshop)
			}),
		schema: nobodySchema,
		async presence(stageId, actors, writing) {
			const { workshopId } = await getStagePlace(db, stageId);
			const connected: Record<string, number> = {};
			for (const actor of actors)
				if (actor.kind === 'guest')
					connected[actor.categoryId] = (connected[actor.categoryId] ?? 0) + 1;
			const joined = await peopleByCategory(db, workshopId);
			return {
				connected,
				joined: Object.fromEntries([...joined].filter(([, people]) => people > 0)),
				lateNotes: await countWaiting(db, workshopId),
				writing: actors.filter(({ id }) => writing.has(id)).length,
				facilitators: await facilitatorsAmong(db, actors)
			};
		}
	};
}

/** Administrators and directors are no facilitators, though they may look on. */
async function facilitatorsAmong(db: RootDb, actors: readonly Actor[]): Promise<string[]> {
	const ids = actors.flatMap((actor) =>
		actor.kind === 'account' && actor.role === 'facilitator' ? [actor.id] : []
	);
	return [...(await accountNames(db, ids)).values()].sort();
}
