import { redirect } from '@sveltejs/kit';
import type { ParticipantData } from '#lib/features/participant/participant-data.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import { forgetGuest, guestToken } from '#lib/server/participants/visitor-cookies.ts';
import type { PageServerLoadEvent, RequestEvent } from './$types';

export const load = guardedLoad(
	async ({ params, locals }: PageServerLoadEvent): Promise<ParticipantData> => {
		const guest = await locals.guest(params.workshop);
		if (!guest) redirect(303, '/join');
		const { workshops, agenda, stage, participants } = locals.app;
		const { id, title, shortTitle, joinCode, example } = await workshops.get(
			guest,
			guest.workshopId
		);
		const { categoryName } = await participants.me(guest);
		return {
			workshop: { id, title, shortTitle, joinCode, example },
			agenda: await agenda.list(guest, id),
			stage: await stage.get(guest, id),
			me: { participantId: guest.participantId, categoryName, observing: guest.observing }
		};
	}
);

export const actions = {
	/** Takes this person off the phone, and shows the join page to the next one. */
	leave: guardedAction(async (event: RequestEvent) => {
		const { participants, workshops } = event.locals.app;
		const guest = await event.locals.guest(event.params.workshop);
		const token = guestToken(event, event.params.workshop);
		if (!guest || token === undefined) redirect(303, '/join');
		const { joinCode } = await workshops.get(guest, guest.workshopId);
		await participants.leave(token);
		forgetGuest(event, guest.workshopId);
		redirect(303, `/join/${joinCode}`);
	})
};
