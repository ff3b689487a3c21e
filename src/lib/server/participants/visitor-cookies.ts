import type { RequestEvent } from '@sveltejs/kit';
import { guestCookie } from '../auth/cookies.ts';
import { deviceOf } from '../auth/device.ts';
import type { Joined, Visitor } from './participant.service.ts';

type Edge = Pick<RequestEvent, 'cookies' | 'locals'>;

/** Who asks, by their cookies. */
export function visitorOf(event: Edge): Visitor {
	return {
		device: deviceOf(event),
		guest: (workshopId) => event.locals.guest(workshopId)
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
