import type { GuestActor } from '../../domain/people/actor.ts';
import type { RootDb } from '../db/database.ts';
import { guestCookie } from '../auth/cookies.ts';
import { findGuestActor } from './load-actor.ts';
import type { Sessions } from '../auth/sessions.ts';
import '../participants/participant.table.ts';

/** Who the browser with these cookies is in a workshop; undefined when nobody joined it there. */
export async function guestOf(
	deps: { db: RootDb; sessions: Sessions },
	cookies: { get(name: string): string | undefined },
	workshopId: string
): Promise<GuestActor | undefined> {
	const token = cookies.get(guestCookie(workshopId));
	const session = token === undefined ? undefined : await deps.sessions.validate(token);
	const actor = session && (await findGuestActor(deps.db, session.actorId));
	return actor?.workshopId === workshopId ? actor : undefined;
}

/** True when these cookies are of somebody who was taken out of the workshop. */
export async function isRemovedGuest(
	deps: { db: RootDb; sessions: Sessions },
	cookies: { get(name: string): string | undefined },
	workshopId: string
): Promise<boolean> {
	const token = cookies.get(guestCookie(workshopId));
	const session = token === undefined ? undefined : await deps.sessions.validate(token);
	if (!session) return false;
	const row = await deps.db
		.selectFrom('participant')
		.select('removed_at')
		.where('actor_id', '=', session.actorId)
		.where('workshop_id', '=', workshopId)
		.executeTakeFirst();
	return row !== undefined && row.removed_at !== null;
}

/**
 * True when the person of that id was erased in the workshop. Their session is gone, so that it is their phone that
 * says who was on it; nobody else knows the id, and it leads to nobody.
 */
export async function isErasedGuest(
	deps: { db: RootDb },
	workshopId: string,
	participantId: string | null
): Promise<boolean> {
	if (participantId === null) return false;
	const row = await deps.db
		.selectFrom('participant')
		.select('erased_at')
		.where('id', '=', participantId)
		.where('workshop_id', '=', workshopId)
		.executeTakeFirst();
	return row !== undefined && row.erased_at !== null;
}
