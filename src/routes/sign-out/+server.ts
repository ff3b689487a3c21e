import { redirect } from '@sveltejs/kit';
import { accountToken, forgetAccount } from '#lib/server/auth/account-cookie.ts';
import type { RequestHandler } from './$types';

/** Ends the session of this browser and leads to signing in. */
export const POST: RequestHandler = async (event) => {
	const token = accountToken(event);
	if (token !== undefined) await event.locals.app.accounts.signOut(token);
	forgetAccount(event);
	redirect(303, '/sign-in');
};
