import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { visitorOf } from '#lib/server/participants/visitor-cookies.ts';
import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from './$types';

export const actions = {
	/** Leads to the page of the workshop whose code was typed, or straight in when one joined before. */
	default: guardedAction(async (event: RequestEvent, form) => {
		const typed = form.get('code');
		const { participants } = event.locals.app;
		const { joined, code, workshopId } = await participants.invitation(
			typeof typed === 'string' ? typed : '',
			visitorOf(event)
		);
		redirect(303, joined ? `/w/${workshopId}` : `/join/${code}?typed`);
	})
};
