import type { RequestEvent } from '@sveltejs/kit';
import { ACCOUNT_COOKIE } from './cookies.ts';

type Edge = Pick<RequestEvent, 'cookies' | 'locals'>;

/** The secret of this browser's account session, or undefined when it has none. */
export function accountToken({ cookies }: Pick<RequestEvent, 'cookies'>): string | undefined {
	return cookies.get(ACCOUNT_COOKIE);
}

/** Leaves an account's session in this browser. */
export function keepAccount(
	{ cookies, locals }: Edge,
	session: { readonly token: string; readonly expiresAt: Date }
): void {
	cookies.set(ACCOUNT_COOKIE, session.token, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: locals.secure,
		expires: session.expiresAt
	});
}

/** Takes the account's session out of this browser; the session itself is revoked by the service. */
export function forgetAccount({ cookies, locals }: Edge): void {
	cookies.delete(ACCOUNT_COOKIE, { path: '/', secure: locals.secure });
}
