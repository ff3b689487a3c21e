import { redirect } from '@sveltejs/kit';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { localizedField, textField } from '#lib/server/http/form-fields.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import { offeredTemplates } from '#lib/server/templates/shipped-templates.ts';
import { readOrigin } from '#lib/server/workshops/workshop-form.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = guardedLoad(async ({ locals, url }: PageServerLoadEvent) => {
	const account = requireAccount(locals, 'facilitator');
	const workshops = await locals.app.workshops.list(account);
	return {
		account: { name: account.name },
		from: url.searchParams.get('from') ?? 'blank',
		templates: offeredTemplates(),
		others: workshops.map(({ workshop }) => ({
			id: workshop.id,
			title: workshop.title,
			date: workshop.date
		}))
	};
});

export const actions: Actions = {
	default: guardedAction(async ({ locals }, form) => {
		const account = requireAccount(locals, 'facilitator');
		const origin = readOrigin(textField(form, 'from'), textField(form, 'copyOf'));
		const title = localizedField(form, 'title');
		const id = await locals.app.workshops.create(account, { title, origin });
		redirect(303, `/workshops/${id}/prepare`);
	})
};
