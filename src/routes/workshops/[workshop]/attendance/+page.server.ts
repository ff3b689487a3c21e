import { requireAccount } from '#lib/server/auth/require-account.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = guardedLoad(async ({ locals, params }) => {
	const account = requireAccount(locals, 'facilitator');
	return { attendance: await locals.app.participants.attendance(account, params.workshop) };
});
