import { redirect } from '@sveltejs/kit';
import { parseCategoryList } from '#lib/domain/people/category-list.ts';
import { stepHref } from '#lib/features/prepare/steps.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { readCategoriesStep } from '#lib/server/categories/category-form.ts';
import { textField, versionField } from '#lib/server/http/form-fields.ts';
import { BODY_LIMITS } from '#lib/server/http/body-limits.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	/** Reads a pasted list without saving it; the page puts its items beside it. */
	read: guardedAction(
		({ locals }, form) => {
			requireAccount(locals, 'facilitator');
			const pasted = textField(form, 'pasted');
			return Promise.resolve({ read: { pasted, ...parseCategoryList(pasted) } });
		},
		{ most: BODY_LIMITS.texts }
	),
	save: guardedAction(
		async ({ locals, params }, form) => {
			const account = requireAccount(locals, 'facilitator');
			const { drafts, floor } = readCategoriesStep(form);
			const version = versionField(form);
			await locals.app.categories.saveAll(account, params.workshop, version, drafts, floor);
			redirect(303, stepHref(params.workshop, 'agenda'));
		},
		{ most: BODY_LIMITS.texts }
	)
};
