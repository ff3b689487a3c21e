import { KEEP_DAYS } from '#lib/domain/workshops/privacy.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { choiceField, textField } from '#lib/server/http/form-fields.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { Actions, PageServerLoadEvent } from './$types';

export const load = guardedLoad(async ({ locals, params }: PageServerLoadEvent) => {
	const account = requireAccount(locals, 'facilitator');
	const { persons, privacy } = locals.app;
	const id = params.workshop;
	return {
		people: await persons.list(account, id),
		contacts: await persons.contacts(account, id),
		settings: await privacy.get(account, id),
		notice: await privacy.notice(account, id)
	};
});

/** What stands for a time that nobody chose. */
const BY_HAND = 'none';

export const actions: Actions = {
	save: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		const keep = choiceField(form, 'keepDays', [BY_HAND, ...KEEP_DAYS.map(String)]);
		await locals.app.privacy.save(account, params.workshop, {
			contact: textField(form, 'contact'),
			keepDays: keep === BY_HAND ? null : Number(keep),
			eraseWords: form.has('eraseWords'),
			showContacts: form.has('showContacts')
		});
		return { done: 'save' as const };
	}),
	erase: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		await locals.app.persons.erase(account, params.workshop, textField(form, 'person'));
		return { done: 'erase' as const };
	}),
	eraseAll: guardedAction(async ({ locals, params }, form) => {
		const account = requireAccount(locals, 'facilitator');
		choiceField(form, 'sure', ['on']);
		await locals.app.persons.eraseAll(account, params.workshop);
		return { done: 'eraseAll' as const };
	})
};
