import { redirect } from '@sveltejs/kit';
import { HOME_OF } from '#lib/domain/people/account.ts';
import { enterAccount, knownOf } from '#lib/server/accounts/browser-of.ts';
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
		const person = {
			name: textField(form, 'name'),
			email: textField(form, 'email'),
			password: textField(form, 'password')
		};
		const { accounts } = event.locals.app;
		const signedIn = await accounts.setUp(event.params.token, person, knownOf(event));
		await enterAccount(event, signedIn);
		redirect(303, HOME_OF[signedIn.role]);
	})
};
