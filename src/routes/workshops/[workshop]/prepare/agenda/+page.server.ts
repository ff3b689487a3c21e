import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ACTIVITY_KINDS } from '#lib/domain/activities/activities.ts';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import { stepHref } from '#lib/features/prepare/steps.ts';
import { newActivity } from '#lib/features/prepare/new-activity.ts';
import { readActivity } from '#lib/server/agenda/activity-form.ts';
import type { AgendaService } from '#lib/server/agenda/agenda.service.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { choiceField, textField, versionField } from '#lib/server/http/form-fields.ts';
import { BODY_LIMITS } from '#lib/server/http/body-limits.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import type { Actions, RouteParams } from './$types';

/** What is done behind a saved item: gives the item to open next. `target` is the one that the button names. */
type Step = (
	on: { readonly agenda: AgendaService; readonly account: AccountActor; readonly workshop: string },
	version: number,
	target: string,
	form: FormData
) => string | undefined | Promise<string | undefined>;

/** Saves what was typed in the open item, takes the step and opens the item that it names. */
function stepAction(step: Step) {
	return guardedAction(
		async ({ locals, params: { workshop } }: RequestEvent<RouteParams>, form) => {
			const account = requireAccount(locals, 'facilitator');
			const { agenda } = locals.app;
			const item = textField(form, 'item');
			let version = versionField(form);
			if (item !== '' && form.has('changed')) {
				await agenda.edit(account, workshop, version, item, readActivity(form));
				version++;
			}
			const target = textField(form, 'target') || item;
			const next = await step({ agenda, account, workshop }, version, target, form);
			redirect(303, `${stepHref(workshop, 'agenda')}${next ? `?item=${next}` : ''}`);
		},
		{ most: BODY_LIMITS.texts }
	);
}

export const actions: Actions = {
	save: stepAction(({ workshop }) => redirect(303, stepHref(workshop, 'invite'))),
	open: stepAction((_on, _version, target) => target),
	add: stepAction(({ agenda, account, workshop }, version, target, form) => {
		const draft = newActivity(choiceField(form, 'newKind', ACTIVITY_KINDS));
		return agenda.add(account, workshop, version, draft, target || undefined);
	}),
	duplicate: stepAction(({ agenda, account, workshop }, version, target) =>
		agenda.duplicate(account, workshop, version, target)
	),
	remove: stepAction(async ({ agenda, account, workshop }, version, target) => {
		await agenda.remove(account, workshop, version, target);
		return undefined;
	}),
	reorder: stepAction(async ({ agenda, account, workshop }, version, target, form) => {
		await agenda.reorder(account, workshop, version, textField(form, 'order').split(' '));
		return target;
	})
};
