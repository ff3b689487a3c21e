import type { RequestEvent } from '@sveltejs/kit';
import { accountToken, keepAccount } from '../auth/account-cookie.ts';
import { KNOWN_COOKIE } from '../auth/cookies.ts';
import { deviceOf } from '../auth/device.ts';
import type { SignedIn } from './account.service.ts';
import type { Browser } from './sign-in-attempts.ts';

type Edge = Pick<RequestEvent, 'cookies' | 'locals'>;

/** Seconds; browsers keep no cookie longer than 400 days. */
const KEPT = 400 * 24 * 60 * 60;

/** The browser that asks, as password attempts are counted. */
export function browserOf(event: Edge & Pick<RequestEvent, 'getClientAddress'>): Browser {
	return {
		device: deviceOf(event),
		address: event.getClientAddress(),
		known: knownOf(event)
	};
}

/** What this browser kept of those who signed in on it before. */
export function knownOf({ cookies }: Pick<Edge, 'cookies'>): string | undefined {
	return cookies.get(KNOWN_COOKIE);
}

/**
 * Leaves in the browser the session of whoever came in, and what it is known by when somebody signs in on it
 * again; whoever was signed in on it before is signed out. Each way into an account ends here.
 */
export async function enterAccount(event: Edge, signedIn: SignedIn): Promise<void> {
	const { cookies, locals } = event;
	const before = accountToken(event);
	if (before !== undefined) await locals.app.accounts.signOut(before);
	keepAccount(event, signedIn);
	cookies.set(KNOWN_COOKIE, signedIn.known, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: locals.secure,
		maxAge: KEPT
	});
}
