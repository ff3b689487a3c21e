import { redirect } from '@sveltejs/kit';
import { textField } from '#lib/server/http/form-fields.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { visitorOf } from '#lib/server/participants/visitor-cookies.ts';
import type { RequestEvent } from './$types';

export const actions = {
	/** Makes this computer the screen of the hall whose code was typed. */
	default: guardedAction(async (event: RequestEvent, form) => {
		const { screen } = event.locals.app;
		redirect(303, `/screen/${await screen.enter(textField(form, 'code'), visitorOf(event))}`);
	})
};
