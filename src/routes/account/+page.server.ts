import { redirect } from '@sveltejs/kit';
import { accountToken, forgetAccount } from '#lib/server/auth/account-cookie.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { textField } from '#lib/server/http/form-fields.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { RequestEvent, PageServerLoadEvent } from './$types';

export const load = guardedLoad(({ locals }: PageServerLoadEvent) => {
	const { name, email, role } = requireAccount(locals);
	return Promise.resolve({ account: { name, email, role } });
});

export const actions = {
	name: guardedAction(async ({ locals }: RequestEvent, form) => {
		await locals.app.accounts.changeName(requireAccount(locals), textField(form, 'name'));
		return { done: 'name' as const };
	}),
	password: guardedAction(async (event: RequestEvent, form) => {
		const account = requireAccount(event.locals);
		await event.locals.app.accounts.changePassword(
			account,
			{ current: textField(form, 'current_password'), password: textField(form, 'password') },
			accountToken(event) ?? ''
		);
		return { done: 'password' as const };
	}),
	everywhere: guardedAction(async (event: RequestEvent) => {
		await event.locals.app.accounts.signOutEverywhere(requireAccount(event.locals));
		forgetAccount(event);
		redirect(303, '/sign-in');
	})
};
