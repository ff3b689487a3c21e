import { redirect } from '@sveltejs/kit';
import { HOME_OF } from '#lib/domain/people/account.ts';
import { enterAccount, knownOf } from '#lib/server/accounts/browser-of.ts';
import { textField } from '#lib/server/http/form-fields.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { PageServerLoadEvent, RequestEvent } from './$types';

export const load = guardedLoad(async ({ locals, params }: PageServerLoadEvent) => {
	const { role, regions } = await locals.app.accounts.checkInvitation(params.token);
	const all = await locals.app.regions.list();
	return { role, regions: all.filter(({ id }) => regions.includes(id)).map(({ name }) => name) };
});

export const actions = {
	/** Makes the invited person's account and leads them to where they work. */
	default: guardedAction(async (event: RequestEvent, form) => {
		const { accounts } = event.locals.app;
		const person = {
			name: textField(form, 'name'),
			email: textField(form, 'email'),
			password: textField(form, 'password')
		};
		const signedIn = await accounts.acceptInvitation(event.params.token, person, knownOf(event));
		await enterAccount(event, signedIn);
		redirect(303, HOME_OF[signedIn.role]);
	})
};
