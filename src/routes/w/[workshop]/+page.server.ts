import { redirect } from '@sveltejs/kit';
import type { ParticipantData } from '#lib/features/participant/participant-data.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { PageServerLoadEvent } from './$types';

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
