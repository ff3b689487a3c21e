import { redirect } from '@sveltejs/kit';
import { stepHref } from '#lib/features/prepare/steps.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { versionField } from '#lib/server/http/form-fields.ts';
import { BODY_LIMITS } from '#lib/server/http/body-limits.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { readOrganisers } from '#lib/server/organisers/organiser-form.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: guardedAction(
		async ({ locals, params }, form) => {
			const account = requireAccount(locals, 'facilitator');
			const drafts = await readOrganisers(form);
			await locals.app.organisers.saveAll(account, params.workshop, versionField(form), drafts);
			redirect(303, stepHref(params.workshop, 'categories'));
		},
		{ most: BODY_LIMITS.picture }
	)
};
