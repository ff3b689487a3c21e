import { redirect } from '@sveltejs/kit';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { textField, versionField } from '#lib/server/http/form-fields.ts';
import { BODY_LIMITS } from '#lib/server/http/body-limits.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import { readNewAction, readProposal } from '#lib/server/proposals/proposal-form.ts';
import type { Actions, PageServerLoadEvent } from './$types';

/** Proposals, what they are made from, and the plan that they lead to. */
export const load = guardedLoad(async ({ locals, params }: PageServerLoadEvent) => {
	const account = requireAccount(locals);
	const { proposals, plans, agenda } = locals.app;
	return {
		proposals: await proposals.list(account, params.workshop),
		...(await proposals.material(account, params.workshop)),
		...(await plans.read(account, params.workshop)),
		activities: await agenda.list(account, params.workshop)
	};
});

export const actions: Actions = {
	create: guardedAction(
		async ({ locals, params }, form) => {
			const account = requireAccount(locals, 'facilitator');
			const { proposals } = locals.app;
			const id = await proposals.create(account, params.workshop, readProposal(form));
			redirect(303, `/workshops/${params.workshop}/proposals?proposal=${id}`);
		},
		{ most: BODY_LIMITS.texts }
	),
	edit: guardedAction(
		async ({ locals, params }, form) => {
			const account = requireAccount(locals, 'facilitator');
			const id = textField(form, 'proposalId');
			await locals.app.proposals.edit(account, id, versionField(form), readProposal(form));
			redirect(303, `/workshops/${params.workshop}/proposals?proposal=${id}`);
		},
		{ most: BODY_LIMITS.texts }
	),
	remove: guardedAction(async ({ locals }, form) => {
		const account = requireAccount(locals, 'facilitator');
		const removed = textField(form, 'proposalId');
		await locals.app.proposals.remove(account, removed, versionField(form));
		return { removed };
	}),
	restore: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		const id = textField(form, 'proposalId');
		await locals.app.proposals.restore(account, id);
		redirect(303, `/workshops/${params.workshop}/proposals?proposal=${id}`);
	}),
	toAction: guardedAction(async ({ locals }, form) => {
		const account = requireAccount(locals, 'facilitator');
		const { proposalId, ...action } = readNewAction(form, locals.locale);
		return locals.app.proposals.toAction(account, proposalId, action);
	})
};
