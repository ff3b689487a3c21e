import { redirect } from '@sveltejs/kit';
import { stepHref } from '#lib/features/prepare/steps.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { versionField } from '#lib/server/http/form-fields.ts';
import { BODY_LIMITS } from '#lib/server/http/body-limits.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { readPlace } from '#lib/server/workshops/workshop-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	regions: await locals.app.regions.list()
});

export const actions: Actions = {
	default: guardedAction(
		async ({ locals, params }, form) => {
			const account = requireAccount(locals, 'facilitator');
			const { workshops } = locals.app;
			const present = await workshops.get(account, params.workshop);
			const basics = { ...present, ...readPlace(form) };
			await workshops.update(account, params.workshop, versionField(form), basics);
			redirect(303, stepHref(params.workshop, 'organisers'));
		},
		{ most: BODY_LIMITS.texts }
	)
};
