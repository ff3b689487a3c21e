import { DomainError } from '../../domain/errors.ts';
import type { Db } from '../db/database.ts';
import '../participants/participant.table.ts';

/** The people of a workshop who joined and were not taken out, as a query to go on from. */
export function presentPeople(db: Db, workshopId: string) {
	return db
		.selectFrom('participant')
		.where('participant.workshop_id', '=', workshopId)
		.where('participant.removed_at', 'is', null);
}

/** True when somebody's name and words were erased. */
export async function isErased(db: Db, actorId: string): Promise<boolean> {
	const row = await db
		.selectFrom('participant')
		.select('id')
		.where('actor_id', '=', actorId)
		.where('erased_at', 'is not', null)
		.executeTakeFirst();
	return row !== undefined;
}

/** The actor behind a person who is present. Throws `not_found`. */
export async function getPersonActor(
	db: Db,
	workshopId: string,
	participantId: string
): Promise<string> {
	const row = await presentPeople(db, workshopId)
		.select('participant.actor_id')
		.where('participant.id', '=', participantId)
		.executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return row.actor_id;
}
