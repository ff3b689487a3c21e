import { DomainError } from '#lib/domain/errors.ts';
import { collectsNotes, voteRulesOf } from '#lib/domain/activities/activity-setup.ts';
import { assertAllowed, canInWorkshop } from '#lib/domain/policy.ts';
import { textIn } from '#lib/domain/text/locale.ts';
import { getLocale } from '#lib/paraglide/runtime.js';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { choiceField, wholeNumberField } from '#lib/server/http/form-fields.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import { getWorkshopAccess } from '#lib/server/access/workshop-access.ts';
import type { Actions, PageServerLoadEvent } from './$types';

/**
 * A grouping (`?grouping=`, else the current activity's) with the boards that were opened of the activities
 * that are clustered there.
 */
export const load = guardedLoad(async ({ locals, params, url }: PageServerLoadEvent) => {
	const account = requireAccount(locals, 'facilitator');
	const { app } = locals;
	const access = await getWorkshopAccess(app.db, params.workshop);
	assertAllowed(canInWorkshop(account, 'cluster', access));
	const stage = await app.stage.get(account, params.workshop);
	const agenda = await app.agenda.list(account, params.workshop);
	const groupings = (await app.groupings.list(account, params.workshop)).map((grouping) => {
		const activity = agenda.find(({ id }) => id === grouping.activityId);
		return {
			id: grouping.id,
			title: activity ? textIn(activity.title, getLocale()) : null,
			href: `/workshops/${params.workshop}/clusters?grouping=${grouping.id}`
		};
	});
	const current = agenda.find(({ id }) => id === stage.activityId);
	const wanted = url.searchParams.get('grouping') ?? current?.groupingId;
	const grouping = groupings.find(({ id }) => id === wanted) ?? groupings[0];
	if (!grouping) throw new DomainError('not_found');
	const reached = agenda.findIndex(({ id }) => id === stage.activityId);
	return {
		ranked: (await app.votes.published(account, params.workshop)).flatMap(
			({ outcome }) => outcome?.options.map(({ ref }) => ref) ?? []
		),
		stage,
		grouping,
		groupings,
		/** The activities that are clustered here. */
		activities: agenda.filter(({ groupingId }) => groupingId === grouping.id).map(({ id }) => id),
		boards: stage.boards.flatMap(({ id, activityId }) => {
			const activity = agenda.find((item) => item.id === activityId);
			const here = activity?.groupingId === grouping.id && collectsNotes(activity);
			return here ? [{ id, activity }] : [];
		}),
		voteIn: agenda.find(
			(item, at) => at >= reached && item.groupingId === grouping.id && voteRulesOf(item) !== null
		)
	};
});

export const actions: Actions = {
	/** What the hall's screen shows meanwhile: the clusters as they form, or the notes. */
	follow: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		const view = choiceField(form, 'view', ['board', 'clusters']);
		const seen = wholeNumberField(form, 'seen', { empty: -1 });
		await locals.app.stage.show(account, params.workshop, view, seen);
		return { followed: true };
	})
};
