import { redirect } from '@sveltejs/kit';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { forgetGuest, guestToken, visitorOf } from '#lib/server/participants/visitor-cookies.ts';
import type { RequestEvent } from './$types';

export const actions = {
	/** Takes this person off the phone, and shows the join page to the next one. */
	leave: guardedAction(async (event: RequestEvent) => {
		const { participants, workshops } = event.locals.app;
		const guest = await event.locals.guest(event.params.workshop);
		const token = guestToken(event, event.params.workshop);
		if (!guest || token === undefined) redirect(303, '/join');
		const { joinCode } = await workshops.get(guest, guest.workshopId);
		await participants.leave(token, guest.workshopId, visitorOf(event));
		forgetGuest(event, guest.workshopId);
		redirect(303, `/join/${joinCode}`);
	})
};
