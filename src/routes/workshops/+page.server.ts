import { redirect } from '@sveltejs/kit';
import { dayOf } from '#lib/domain/text/workshop-clock.ts';
import { listedOf } from '#lib/domain/workshops/workshop-parts.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { textField, versionField } from '#lib/server/http/form-fields.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import { offeredTemplates } from '#lib/server/templates/shipped-templates.ts';
import { timeNow } from '#lib/server/time/clock.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = guardedLoad(async ({ locals }: PageServerLoadEvent) => {
	const account = requireAccount(locals, 'facilitator');
	const listed = await locals.app.workshops.list(account);
	return {
		account: { name: account.name },
		workshops: listed.map((item) => ({ ...item, workshop: listedOf(item.workshop) })),
		templates: offeredTemplates(),
		today: dayOf(timeNow())
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
