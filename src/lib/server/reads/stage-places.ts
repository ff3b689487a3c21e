import { DomainError } from '../../domain/errors.ts';
import type { Db } from '../db/database.ts';
import '../spaces/space.table.ts';
import '../workshops/workshop.table.ts';

/** Whose a stage is: the whole hall's, or one room's and its tables'. */
export interface StagePlace {
	readonly workshopId: string;
	/** The room of a room's stage, null for the hall's. */
	readonly spaceId: string | null;
}

/** The place of a stage: the room of that id, else the hall of the workshop of that id. Throws `not_found`. */
export async function getStagePlace(db: Db, stageId: string): Promise<StagePlace> {
	const room = await db
		.selectFrom('space')
		.select('workshop_id')
		.where('id', '=', stageId)
		.where('kind', '=', 'room')
		.executeTakeFirst();
	if (room) return { workshopId: room.workshop_id, spaceId: stageId };
	const hall = await db
		.selectFrom('workshop')
		.select('id')
		.where('id', '=', stageId)
		.executeTakeFirst();
	if (!hall) throw new DomainError('not_found');
	return { workshopId: stageId, spaceId: null };
}

/** The ids of a workshop's stages: the hall's, then its rooms'. */
export async function listStageIds(db: Db, workshopId: string): Promise<string[]> {
	const rooms = await db
		.selectFrom('space')
		.select('id')
		.where('workshop_id', '=', workshopId)
		.where('kind', '=', 'room')
		.orderBy('position')
		.execute();
	return [workshopId, ...rooms.map(({ id }) => id)];
}
