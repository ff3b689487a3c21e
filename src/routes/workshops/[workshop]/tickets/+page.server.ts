import { parseInvitedList } from '#lib/domain/people/invited-list.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { BODY_LIMITS } from '#lib/server/http/body-limits.ts';
import { textField, wholeNumberField } from '#lib/server/http/form-fields.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = guardedLoad(async ({ locals, params, url }: PageServerLoadEvent) => {
	const account = requireAccount(locals, 'facilitator');
	const { categories, origins, tickets } = locals.app;
	return {
		tickets: await tickets.list(account, params.workshop),
		categories: await categories.list(account, params.workshop),
		reachable: origins.reachable ?? url.origin
	};
});

export const actions: Actions = {
	make: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		await locals.app.tickets.add(account, params.workshop, wholeNumberField(form, 'count'));
		return { done: 'make' as const };
	}),
	invite: guardedAction(
		async ({ locals, params }, form) => {
			const account = requireAccount(locals, 'facilitator');
			const categoryId = textField(form, 'category') || null;
			const { people, leftOut, unread } = parseInvitedList(textField(form, 'people'));
			const invited = people.map((person) => ({ ...person, categoryId }));
			await locals.app.tickets.invite(account, params.workshop, invited);
			return { done: 'invite' as const, leftOut, unread };
		},
		{ most: BODY_LIMITS.texts }
	),
	replace: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		await locals.app.tickets.replace(account, params.workshop, textField(form, 'ticket'));
		return { done: 'replace' as const };
	}),
	withdraw: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		await locals.app.tickets.withdraw(account, params.workshop, textField(form, 'ticket'));
		return { done: 'withdraw' as const };
	})
};
