import { isReference } from '#lib/domain/id.ts';
import { PERSON_ROLES } from '#lib/domain/people/person-role.ts';
import { SUGGESTIONS } from '#lib/domain/people/suggestion.ts';
import { joiningOf } from '#lib/domain/workshops/workshop-parts.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { BODY_LIMITS } from '#lib/server/http/body-limits.ts';
import { choiceField, textField, versionField } from '#lib/server/http/form-fields.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = guardedLoad(async ({ locals, params, url }: PageServerLoadEvent) => {
	const account = requireAccount(locals, 'facilitator');
	const { categories, origins, people, stage, workshops } = locals.app;
	const id = params.workshop;
	return {
		workshop: joiningOf(await workshops.get(account, id)),
		people: await people.list(account, id),
		settled: await people.settled(account, id),
		categories: await categories.list(account, id),
		stage: await stage.get(account, id),
		reachable: origins.reachable ?? url.origin
	};
});

export const actions: Actions = {
	role: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		const role = choiceField(form, 'role', PERSON_ROLES);
		await locals.app.people.setRole(account, params.workshop, textField(form, 'person'), role);
		return { done: 'role' as const };
	}),
	remove: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		await locals.app.people.remove(account, params.workshop, textField(form, 'person'));
		return { done: 'remove' as const };
	}),
	letIn: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		await locals.app.people.letIn(account, params.workshop, textField(form, 'person'));
		return { done: 'letIn' as const };
	}),
	merge: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		const entries = form.getAll('person').map(String).filter(isReference);
		await locals.app.people.merge(account, params.workshop, textField(form, 'keep'), entries);
		return { done: 'merge' as const };
	}),
	settle: guardedAction(
		async ({ locals, params }, form) => {
			const account = requireAccount(locals, 'facilitator');
			const kind = choiceField(form, 'kind', SUGGESTIONS);
			const people = form.getAll('person').map(String).filter(isReference);
			await locals.app.people.settle(account, params.workshop, { kind, people });
			return { done: 'settle' as const };
		},
		{ most: BODY_LIMITS.texts }
	),
	link: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		const person = textField(form, 'person');
		const path = await locals.app.people.personalLink(account, params.workshop, person);
		return { link: { person, path } };
	}),
	joining: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		const joining = choiceField(form, 'joining', ['open', 'stopped']) === 'open';
		await locals.app.workshops.setJoining(account, params.workshop, joining);
		return { done: 'joining' as const };
	}),
	code: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		await locals.app.workshops.renewJoinCode(account, params.workshop, versionField(form));
		return { done: 'code' as const };
	})
};
