import { screenActorId, type Actor } from '../../domain/people/actor.ts';
import type { Db } from '../db/database.ts';
import { inParts } from '../db/in-parts.ts';
import { findAccountActors, findGuestActors } from './load-actor.ts';
import '../participants/participant.table.ts';
import '../auth/session.table.ts';
import { timeNow } from '../time/clock.ts';

/**
 * Who stands behind hashes of session secrets and screen tokens now. Sessions that ended, accounts that
 * were disabled, people who were taken out and screens whose link was replaced are left out.
 */
export async function findVisitors(
	db: Db,
	hashes: readonly string[]
): Promise<ReadonlyMap<string, Actor>> {
	const visitors = new Map<string, Actor>();
	for (const part of inParts(hashes)) await addVisitors(db, part, visitors);
	return visitors;
}

/** True for the session of somebody who was taken out of their workshop. */
export async function wasRemoved(db: Db, hash: string): Promise<boolean> {
	const row = await db
		.selectFrom('session')
		.innerJoin('participant', 'participant.actor_id', 'session.actor_id')
		.select('participant.id')
		.where('session.id_hash', '=', hash)
		.where('participant.removed_at', 'is not', null)
		.executeTakeFirst();
	return row !== undefined;
}

async function addVisitors(
	db: Db,
	hashes: readonly string[],
	visitors: Map<string, Actor>
): Promise<void> {
	const now = timeNow();
	const sessions = await db
		.selectFrom('session')
		.select(['id_hash', 'actor_id'])
		.where('id_hash', 'in', hashes)
		.where('expires_at', '>', now)
		.execute();
	const ids = [...new Set(sessions.map((session) => session.actor_id))];
	const actors = new Map<string, Actor>(
		[...(await findGuestActors(db, ids)), ...(await findAccountActors(db, ids))].map((actor) => [
			actor.id,
			actor
		])
	);
	for (const session of sessions) {
		const actor = actors.get(session.actor_id);
		if (actor) visitors.set(session.id_hash, actor);
	}
	const screens = await db
		.selectFrom('link')
		.select(['token_hash', 'workshop_id'])
		.where('token_hash', 'in', hashes)
		.where('purpose', '=', 'screen')
		.where('expires_at', '>', now)
		.execute();
	for (const { token_hash, workshop_id } of screens)
		if (workshop_id !== null)
			visitors.set(token_hash, {
				kind: 'screen',
				id: screenActorId(workshop_id),
				workshopId: workshop_id
			});
}
