import type { RequestEvent } from '@sveltejs/kit';
import { KNOWN_COOKIE } from '../auth/cookies.ts';
import { deviceOf } from '../auth/device.ts';
import type { Browser } from './sign-in-attempts.ts';

type Edge = Pick<RequestEvent, 'cookies' | 'locals'>;

/** Seconds; browsers keep no cookie longer than 400 days. */
const KEPT = 400 * 24 * 60 * 60;

/** The browser that asks, as password attempts are counted. */
export function browserOf(event: Edge & Pick<RequestEvent, 'getClientAddress'>): Browser {
	return {
		device: deviceOf(event),
		address: event.getClientAddress(),
		known: event.cookies.get(KNOWN_COOKIE)
	};
}

/** Leaves in the browser what it is known by when somebody signs in on it again. */
export function keepKnown({ cookies, locals }: Edge, known: string): void {
	cookies.set(KNOWN_COOKIE, known, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: locals.secure,
		maxAge: KEPT
	});
}
