import { preparedOf } from '#lib/domain/workshops/workshop-parts.ts';
import { stepsDone } from '#lib/domain/workshops/preparation.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import type { LayoutServerLoadEvent } from './$types';

/** Everything that is prepared: the pages below show parts of it, the rail which steps are done. */
export const load = guardedLoad(async ({ locals, params }: LayoutServerLoadEvent) => {
	const account = requireAccount(locals, 'facilitator');
	const { app } = locals;
	const [workshop, categories, activities, organisers] = await Promise.all([
		app.workshops.get(account, params.workshop),
		app.categories.list(account, params.workshop),
		app.agenda.list(account, params.workshop),
		app.organisers.list(account, params.workshop)
	]);
	const done = stepsDone(workshop, {
		categories: categories.length,
		activities: activities.length,
		organisers: organisers.length
	});
	return { workshop: preparedOf(workshop), categories, activities, organisers, done };
});
