import { redirect } from '@sveltejs/kit';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import { ADMISSIONS } from '#lib/domain/people/admission.ts';
import type { App } from '#lib/server/app.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { choiceField, textField, versionField } from '#lib/server/http/form-fields.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { makeScreen } from '#lib/server/screen/make-screen.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = guardedLoad(async ({ locals, params, url }: PageServerLoadEvent) => {
	const account = requireAccount(locals, 'facilitator');
	return {
		facilitators: await locals.app.workshops.facilitators(account, params.workshop),
		reachable: locals.app.origins.reachable ?? url.origin,
		wifi: await locals.app.workshops.hallWifi(account, params.workshop),
		rehearsal: await rehearsalOf(locals.app, account, params.workshop)
	};
});

/** The rehearsal that the workshop has, as far as the page shows it; null also on that of a rehearsal. */
async function rehearsalOf({ rehearsals }: App, account: AccountActor, id: string) {
	const found = await rehearsals.find(account, id);
	if (!found || found.id === id) return null;
	return { id: found.id, ofId: found.ofId, people: found.people, notes: found.notes };
}

export const actions: Actions = {
	rehearse: guardedAction(async ({ locals, params }) => {
		const account = requireAccount(locals, 'facilitator');
		const id = await locals.app.rehearsals.start(account, params.workshop);
		redirect(303, `/workshops/${id}/run`);
	}),
	emptyRehearsal: guardedAction(async ({ locals }, form) => {
		const account = requireAccount(locals, 'facilitator');
		await locals.app.rehearsals.empty(account, textField(form, 'rehearsal'));
		return { emptied: true };
	}),
	code: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		await locals.app.workshops.renewJoinCode(account, params.workshop, versionField(form));
		return { renewed: true };
	}),
	admission: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		const admission = choiceField(form, 'admission', ADMISSIONS);
		const version = versionField(form);
		await locals.app.workshops.setAdmission(account, params.workshop, version, admission);
		return { admitted: true };
	}),
	wifi: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		const wifi = { network: textField(form, 'network'), password: textField(form, 'password') };
		await locals.app.workshops.setHallWifi(account, params.workshop, versionField(form), wifi);
		return { connected: true };
	}),
	screen: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		return makeScreen(locals.app, account, params.workshop, form);
	}),
	name: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		const email = textField(form, 'email');
		await locals.app.workshops.nameFacilitator(account, params.workshop, email);
		return { named: true };
	}),
	unname: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		const id = textField(form, 'facilitator');
		await locals.app.workshops.removeFacilitator(account, params.workshop, id);
		return { unnamed: true };
	})
};
