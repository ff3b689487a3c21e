import type { RequestEvent } from '@sveltejs/kit';
import { guestCookie } from '../auth/cookies.ts';
import { deviceOf } from '../auth/device.ts';
import { isRemovedGuest } from '../access/guest-of.ts';
import type { Joined, Visitor } from './participant.service.ts';

type Edge = Pick<RequestEvent, 'cookies' | 'locals'>;
type Asking = Edge & Pick<RequestEvent, 'getClientAddress'>;

/** Who asks, by their cookies. */
export function visitorOf(event: Asking): Visitor {
	return {
		device: deviceOf(event),
		address: event.getClientAddress(),
		guest: (workshopId) => event.locals.guest(workshopId),
		removed: (workshopId) => isRemovedGuest(event.locals.app, event.cookies, workshopId)
	};
}

/** Leaves the guest's session in the browser that joined. */
export function rememberGuest({ cookies, locals }: Edge, { workshopId, session }: Joined): void {
	if (session === null) return;
	cookies.set(guestCookie(workshopId), session.token, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: locals.secure,
		expires: session.expiresAt
	});
}

/** The secret of this browser's session as a guest of the workshop, or undefined when it has none. */
export function guestToken(
	{ cookies }: Pick<RequestEvent, 'cookies'>,
	workshopId: string
): string | undefined {
	return cookies.get(guestCookie(workshopId));
}

/**
 * Makes this browser nobody's in the workshop, so that the next person can join with it; the session
 * itself is revoked by the service. The device keeps its name: several people of one device are told.
 */
export function forgetGuest({ cookies, locals }: Edge, workshopId: string): void {
	cookies.delete(guestCookie(workshopId), { path: '/', secure: locals.secure });
}
