import { redirect, type RequestEvent } from '@sveltejs/kit';
import { ACTIVITY_KINDS } from '#lib/domain/activities/activities.ts';
import { stepHref } from '#lib/features/prepare/steps.ts';
import { newActivity } from '#lib/features/prepare/new-activity.ts';
import { readActivity } from '#lib/server/agenda/activity-form.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { choiceField, textField, versionField } from '#lib/server/http/form-fields.ts';
import { BODY_LIMITS } from '#lib/server/http/body-limits.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import type { Actions, RouteParams } from './$types';

type Step = (version: number, item: string) => Promise<string | undefined>;

/** Saves what was typed in the open item, takes the step and opens the item that it names. */
async function saveThen(event: RequestEvent<RouteParams>, form: FormData, step: Step) {
	const account = requireAccount(event.locals, 'facilitator');
	const { workshop } = event.params;
	const item = textField(form, 'item');
	let version = versionField(form);
	if (item !== '' && form.has('changed')) {
		const draft = readActivity(form);
		await event.locals.app.agenda.edit(account, workshop, version, item, draft);
		version++;
	}
	const next = await step(version, textField(form, 'target') || item);
	redirect(303, `${stepHref(workshop, 'agenda')}${next ? `?item=${next}` : ''}`);
}

export const actions: Actions = {
	save: guardedAction(
		async (event, form) =>
			saveThen(event, form, () => redirect(303, stepHref(event.params.workshop, 'invite'))),
		{ most: BODY_LIMITS.texts }
	),
	open: guardedAction(
		(event, form) => saveThen(event, form, (_version, target) => Promise.resolve(target)),
		{ most: BODY_LIMITS.texts }
	),
	add: guardedAction(
		(event, form) =>
			saveThen(event, form, (version, target) => {
				const draft = newActivity(choiceField(form, 'newKind', ACTIVITY_KINDS));
				const account = requireAccount(event.locals, 'facilitator');
				const { workshop } = event.params;
				return event.locals.app.agenda.add(account, workshop, version, draft, target || undefined);
			}),
		{ most: BODY_LIMITS.texts }
	),
	duplicate: guardedAction(
		(event, form) =>
			saveThen(event, form, (version, target) => {
				const account = requireAccount(event.locals, 'facilitator');
				return event.locals.app.agenda.duplicate(account, event.params.workshop, version, target);
			}),
		{ most: BODY_LIMITS.texts }
	),
	remove: guardedAction(
		(event, form) =>
			saveThen(event, form, async (version, target) => {
				const account = requireAccount(event.locals, 'facilitator');
				await event.locals.app.agenda.remove(account, event.params.workshop, version, target);
				return undefined;
			}),
		{ most: BODY_LIMITS.texts }
	),
	reorder: guardedAction(
		(event, form) =>
			saveThen(event, form, async (version, target) => {
				const account = requireAccount(event.locals, 'facilitator');
				const order = textField(form, 'order').split(' ');
				await event.locals.app.agenda.reorder(account, event.params.workshop, version, order);
				return target;
			}),
		{ most: BODY_LIMITS.texts }
	)
};
