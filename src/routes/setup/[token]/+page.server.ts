import { redirect } from '@sveltejs/kit';
import { HOME_OF } from '#lib/domain/people/account.ts';
import { keepAccount } from '#lib/server/auth/account-cookie.ts';
import { textField } from '#lib/server/http/form-fields.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { PageServerLoadEvent, RequestEvent } from './$types';

export const load = guardedLoad(({ locals, params }: PageServerLoadEvent) =>
	locals.app.accounts.checkSetup(params.token)
);

export const actions = {
	/** Makes the first administrator and leads them to their page. */
	default: guardedAction(async (event: RequestEvent, form) => {
		const signedIn = await event.locals.app.accounts.setUp(event.params.token, {
			name: textField(form, 'name'),
			email: textField(form, 'email'),
			password: textField(form, 'password')
		});
		keepAccount(event, signedIn);
		redirect(303, HOME_OF[signedIn.role]);
	})
};
