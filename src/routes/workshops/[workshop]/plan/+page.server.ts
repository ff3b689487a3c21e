import { requireAccount } from '#lib/server/auth/require-account.ts';
import { namedNotes, traceOf } from '#lib/server/notes/note-names.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { PageServerLoadEvent } from './$types';

/** The plan as it stands on disk, with what its actions can be traced back to. */
export const load = guardedLoad(async ({ locals, params }: PageServerLoadEvent) => {
	const account = requireAccount(locals);
	const { plans, proposals, agenda } = locals.app;
	return {
		...(await plans.read(account, params.workshop)),
		sources: (await proposals.list(account, params.workshop)).map(traceOf),
		untraced: namedNotes(await proposals.untracedNotes(account, params.workshop)),
		activities: await agenda.list(account, params.workshop)
	};
});
