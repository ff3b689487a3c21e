import { ACCOUNT_ROLES } from '#lib/domain/people/actor.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { choiceField, localizedField, textField } from '#lib/server/http/form-fields.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { RequestEvent, PageServerLoadEvent } from './$types';

export const load = guardedLoad(async ({ locals, url }: PageServerLoadEvent) => {
	const { id, name, ...actor } = requireAccount(locals, 'administrator');
	const accounts = await locals.app.accountAdmin.list({ ...actor, id });
	return {
		account: { id, name },
		accounts,
		invitations: await locals.app.accountAdmin.invitations({ ...actor, id }),
		regions: await locals.app.regions.list(),
		linkOrigin: locals.app.origins.forLinks(url.origin)
	};
});

/** An administrator's action; the service decides again whether it is theirs. */
function action<Result>(
	run: (app: App.Locals['app'], actor: ReturnType<typeof requireAccount>, form: FormData) => Result
) {
	return guardedAction(async ({ locals }: RequestEvent, form) => {
		return await run(locals.app, requireAccount(locals, 'administrator'), form);
	});
}

const regionsOf = (form: FormData) => form.getAll('regions').map(String);

export const actions = {
	invite: action(async (app, actor, form) => {
		const role = choiceField(form, 'role', ACCOUNT_ROLES);
		const regions = role === 'director' ? regionsOf(form) : [];
		const name = textField(form, 'name');
		return { link: await app.accountAdmin.invite(actor, { role, regions, name }) };
	}),
	renewInvitation: action(async (app, actor, form) => ({
		link: await app.accountAdmin.renewInvitation(actor, textField(form, 'id'))
	})),
	withdrawInvitation: action((app, actor, form) =>
		app.accountAdmin.withdrawInvitation(actor, textField(form, 'id'))
	),
	newPassword: action(async (app, actor, form) => {
		const id = textField(form, 'id');
		return { link: await app.accountAdmin.newPasswordLink(actor, id), linkFor: id };
	}),
	disable: action((app, actor, form) =>
		app.accountAdmin.setDisabled(actor, textField(form, 'id'), true)
	),
	enable: action((app, actor, form) =>
		app.accountAdmin.setDisabled(actor, textField(form, 'id'), false)
	),
	setRegions: action((app, actor, form) =>
		app.accountAdmin.setRegions(actor, textField(form, 'id'), regionsOf(form))
	),
	addRegion: action((app, actor, form) => app.regions.add(actor, localizedField(form, 'name'))),
	renameRegion: action((app, actor, form) =>
		app.regions.rename(actor, textField(form, 'id'), localizedField(form, 'name'))
	),
	moveRegion: action((app, actor, form) =>
		app.regions.move(actor, textField(form, 'id'), choiceField(form, 'to', ['up', 'down']))
	)
};
