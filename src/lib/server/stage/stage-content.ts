import type { Actor } from '../../domain/people/actor.ts';
import { canInWorkshop, documentRights, type WorkshopAccess } from '../../domain/policy.ts';
import { nobodySchema } from '../../gate/schemas/nobody-schema.ts';
import type { RootDb } from '../db/database.ts';
import type { RoomContent } from '../rooms/room-content.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { countWaiting } from '../late-notes/late-note-counts.ts';
import '../accounts/account.table.ts';
import '../participants/participant.table.ts';

/** The stage: everyone of the workshop reads it, the server alone writes it. */
export function stageContent(db: RootDb): RoomContent<WorkshopAccess> {
	return {
		facts: (workshopId) => getWorkshopAccess(db, workshopId),
		access: (actor, _workshopId, workshop) =>
			Promise.resolve({
				read: canInWorkshop(actor, 'read_stage', workshop),
				rights: documentRights(false),
				presence: canInWorkshop(actor, 'see_presence', workshop)
			}),
		schema: nobodySchema,
		async presence(workshopId, actors, writing) {
			const connected: Record<string, number> = {};
			for (const actor of actors)
				if (actor.kind === 'guest')
					connected[actor.categoryId] = (connected[actor.categoryId] ?? 0) + 1;
			const rows = await db
				.selectFrom('participant')
				.select(({ fn }) => ['category_id', fn.countAll<number>().as('people')])
				.where('workshop_id', '=', workshopId)
				.where('removed_at', 'is', null)
				.groupBy('category_id')
				.execute();
			return {
				connected,
				joined: Object.fromEntries(rows.map((row) => [row.category_id, row.people])),
				lateNotes: await countWaiting(db, workshopId),
				writing: actors.filter(({ id }) => writing.has(id)).length,
				facilitators: await namesOf(db, actors)
			};
		}
	};
}

async function namesOf(db: RootDb, actors: readonly Actor[]): Promise<string[]> {
	const ids = actors.filter(({ kind }) => kind === 'account').map(({ id }) => id);
	if (ids.length === 0) return [];
	const rows = await db
		.selectFrom('account')
		.select('name')
		.where('id', 'in', ids)
		.where('role', '=', 'facilitator')
		.orderBy('name')
		.execute();
	return rows.map(({ name }) => name);
}
