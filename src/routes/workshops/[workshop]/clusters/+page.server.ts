import { collectsNotes, voteRulesOf } from '#lib/domain/activities/activity-setup.ts';
import { assertAllowed, canInWorkshop } from '#lib/domain/policy.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import { getWorkshopAccess } from '#lib/server/access/workshop-access.ts';
import type { PageServerLoadEvent } from './$types';

/** The activities whose notes can be clustered: those that were opened so far. */
export const load = guardedLoad(async ({ locals, params }: PageServerLoadEvent) => {
	const account = requireAccount(locals, 'facilitator');
	const { app } = locals;
	const access = await getWorkshopAccess(app.db, params.workshop);
	assertAllowed(canInWorkshop(account, 'cluster', access));
	const stage = await app.stage.get(account, params.workshop);
	const agenda = await app.agenda.list(account, params.workshop);
	const reached = agenda.findIndex(({ id }) => id === stage.activityId);
	return {
		stage,
		activities: agenda.filter((item) => collectsNotes(item) && stage.visible.includes(item.id)),
		voteIn: agenda.find((item, at) => at >= reached && voteRulesOf(item) !== null)
	};
});
