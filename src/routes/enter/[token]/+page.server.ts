import { redirect } from '@sveltejs/kit';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import { rememberGuest } from '#lib/server/participants/visitor-cookies.ts';
import type { Actions, PageServerLoadEvent } from './$types';

/** Looking does not use the link up: previews of it in a chat must not. */
export const load = guardedLoad(async ({ locals, params }: PageServerLoadEvent) => {
	await locals.app.guestLinks.check(params.token);
});

export const actions: Actions = {
	default: guardedAction(async (event) => {
		const joined = await event.locals.app.guestLinks.enter(event.params.token);
		rememberGuest(event, joined);
		redirect(303, `/w/${joined.workshopId}`);
	})
};
