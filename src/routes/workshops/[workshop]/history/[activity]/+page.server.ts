import { DomainError } from '#lib/domain/errors.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { PageServerLoadEvent } from './$types';

/** The activity whose board's history is shown, and the note it begins with. */
export const load = guardedLoad(async ({ locals, params, url }: PageServerLoadEvent) => {
	const account = requireAccount(locals, 'facilitator');
	const agenda = await locals.app.agenda.list(account, params.workshop);
	const activity = agenda.find(({ id }) => id === params.activity);
	if (!activity) throw new DomainError('not_found');
	return { activity, note: url.searchParams.get('note') };
});
