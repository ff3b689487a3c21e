import type { GuestActor } from '../../domain/people/actor.ts';
import { DomainError, isDomainError } from '../../domain/errors.ts';
import { createLink, readLink, takeLink } from '../auth/links.ts';
import { findGuestActor } from '../access/load-actor.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { RootDb } from '../db/database.ts';
import { recordEvent } from '../events/record-event.ts';
import type { Joined } from './participant.service.ts';

export type GuestLinkService = ReturnType<typeof guestLinkService>;

/**
 * Links that make a browser a guest who joined before, once each. Holding the link is the access check:
 * it stands for that one person and gives no more than a participant's rights. Rules [EN1] and [EN2].
 */
export function guestLinkService({ db, sessions }: { db: RootDb; sessions: Sessions }) {
	/** Whom the link stands for. One who was taken out of the workshop is nobody. */
	async function guestBehind(token: string): Promise<GuestActor> {
		const { actorId } = await asPersonalCode(readLink(db, token, 'guest'));
		const guest = await findGuestActor(db, actorId ?? '');
		if (!guest) throw new DomainError('personal_code_invalid');
		return guest;
	}

	return {
		/** The path of a new link for the guest `actorId`. Unguarded: for services that decided to. */
		async create(actorId: string, workshopId: string, lifetime: number): Promise<string> {
			const link = { purpose: 'guest', actorId, workshopId, lifetime } as const;
			const event = { action: 'guest_link_made', workshopId, actorId: null } as const;
			const token = await db.transaction().execute(async (trx) => {
				await recordEvent(trx, { ...event, subjectId: workshopId });
				return createLink(trx, link);
			});
			return `/enter/${token}`;
		},

		/** Whom the link would make a browser. Throws `personal_code_invalid` unless it would work. */
		check: guestBehind,

		/** Uses the link up and signs the browser in as its guest. Throws `personal_code_invalid`. */
		async enter(token: string): Promise<Joined> {
			const guest = await guestBehind(token);
			await asPersonalCode(takeLink(db, token, 'guest'));
			const { workshopId, participantId } = guest;
			return { workshopId, participantId, session: await sessions.create(guest.id) };
		}
	};
}

/** Holders are told to ask for another one: what helps with other links would make a second person of them. */
async function asPersonalCode<Value>(link: Promise<Value>): Promise<Value> {
	try {
		return await link;
	} catch (thrown) {
		if (!isDomainError(thrown) || thrown.code !== 'link_invalid') throw thrown;
		throw new DomainError('personal_code_invalid');
	}
}
