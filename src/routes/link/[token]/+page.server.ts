import { redirect } from '@sveltejs/kit';
import { HOME_OF } from '#lib/domain/people/account.ts';
import { enterAccount, knownOf } from '#lib/server/accounts/browser-of.ts';
import { textField } from '#lib/server/http/form-fields.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { PageServerLoadEvent, RequestEvent } from './$types';

/** Looking at the page leaves the link unused, so that a messenger's preview does not spend it. */
export const load = guardedLoad(({ locals, params }: PageServerLoadEvent) =>
	locals.app.accounts.checkSignInLink(params.token)
);

export const actions = {
	/** Uses the link up and leads the person to where they work. */
	default: guardedAction(async (event: RequestEvent, form) => {
		const { accounts } = event.locals.app;
		const password = textField(form, 'password');
		const signedIn = await accounts.signInByLink(event.params.token, password, knownOf(event));
		await enterAccount(event, signedIn);
		redirect(303, HOME_OF[signedIn.role]);
	})
};
