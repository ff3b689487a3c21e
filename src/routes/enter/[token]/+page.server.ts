import { redirect } from '@sveltejs/kit';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import { rememberGuest } from '#lib/server/participants/visitor-cookies.ts';
import type { Actions, PageServerLoadEvent } from './$types';

/**
 * Looking does not use the link up: previews of it in a chat must not. It tells the workshop, so that nobody enters
 * another one than they meant, and not the person: whoever reads the link over a shoulder would learn whose it is.
 */
export const load = guardedLoad(async ({ locals, params }: PageServerLoadEvent) => {
	const guest = await locals.app.guestLinks.check(params.token);
	const { title } = await locals.app.workshops.get(guest, guest.workshopId);
	return { title };
});

export const actions: Actions = {
	default: guardedAction(async (event) => {
		const joined = await event.locals.app.guestLinks.enter(event.params.token);
		rememberGuest(event, joined);
		redirect(303, `/w/${joined.workshopId}`);
	})
};
