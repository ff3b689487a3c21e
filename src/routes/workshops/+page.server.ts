import { redirect } from '@sveltejs/kit';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { textField, versionField } from '#lib/server/http/form-fields.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import { offeredTemplates } from '#lib/server/templates/shipped-templates.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = guardedLoad(async ({ locals }: PageServerLoadEvent) => {
	const account = requireAccount(locals, 'facilitator');
	return {
		account: { name: account.name },
		workshops: await locals.app.workshops.list(account),
		templates: offeredTemplates(),
		today: localDay(new Date())
	};
});

export const actions: Actions = {
	open: guardedAction(async ({ locals }, form) => {
		const account = requireAccount(locals, 'facilitator');
		const id = textField(form, 'workshop');
		await locals.app.workshops.openHall(account, id, versionField(form));
		redirect(303, `/workshops/${id}/run`);
	})
};

/** The day on this machine, which stands where the workshops take place. */
function localDay(now: Date): string {
	const month = String(now.getMonth() + 1).padStart(2, '0');
	return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`;
}
