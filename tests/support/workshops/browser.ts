import { newId } from '#lib/domain/id.ts';
import { isRemovedGuest } from '#lib/server/access/guest-of.ts';
import { findGuestActor } from '#lib/server/access/load-actor.ts';
import type { Sessions } from '#lib/server/auth/sessions.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import type { Joined, Visitor } from '#lib/server/participants/participant.service.ts';

/** A browser that keeps the cookie it was given, as the services see who asks. */
export interface Browser extends Visitor {
	keep(joined: Joined): Joined;
}

/** A new one, without a cookie. */
export function browserOf(
	{ db, sessions }: { db: RootDb; sessions: Sessions },
	device = newId(32)
): Browser {
	let token: string | undefined;
	const cookies = { get: () => token };
	return {
		device,
		address: '192.168.43.20',
		removed: (workshopId) => isRemovedGuest({ db, sessions }, cookies, workshopId),
		async guest(workshopId) {
			const session = token === undefined ? undefined : await sessions.validate(token);
			const actor = session && (await findGuestActor(db, session.actorId));
			return actor?.workshopId === workshopId ? actor : undefined;
		},
		keep(joined) {
			token = joined.session?.token ?? token;
			return joined;
		}
	};
}
