import { redirect } from '@sveltejs/kit';
import { HOME_OF } from '#lib/domain/people/account.ts';
import { deviceOf } from '#lib/server/auth/device.ts';
import { backPath } from '#lib/server/http/back-path.ts';
import { browserOf, enterAccount } from '#lib/server/accounts/browser-of.ts';
import { textField } from '#lib/server/http/form-fields.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import type { PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = (event) => {
	deviceOf(event);
	const { account } = event.locals;
	if (account) redirect(303, backPath(event.url.searchParams.get('next'), HOME_OF[account.role]));
};

export const actions = {
	/** Signs in and leads back to the page that asked for it, else to where the person works. */
	default: guardedAction(async (event: RequestEvent, form) => {
		const typed = { email: textField(form, 'email'), password: textField(form, 'password') };
		const signedIn = await event.locals.app.accounts.signIn(typed, browserOf(event));
		await enterAccount(event, signedIn);
		redirect(303, backPath(event.url.searchParams.get('next'), HOME_OF[signedIn.role]));
	})
};
