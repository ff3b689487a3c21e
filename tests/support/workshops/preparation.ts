import type { AccountActor } from '#lib/domain/people/actor.ts';
import type { LocalizedText } from '#lib/domain/text/locale.ts';
import { newId } from '#lib/domain/id.ts';
import type { App } from '#lib/server/app.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { openApp } from './people.ts';
import { makeRegion } from './workshop-people.ts';
import '#lib/server/accounts/account.table.ts';
import '#lib/server/auth/actor.table.ts';

/** An application in which one facilitator prepares workshops. */
export interface Preparation {
	readonly app: App;
	/** Makes the workshops. */
	readonly lead: AccountActor;
	/** Makes a workshop from the Fès-Meknès template and gives its id. */
	fromTemplate(): Promise<string>;
	/** Makes a workshop with a title alone and gives its id. */
	blank(title?: LocalizedText): Promise<string>;
}

/** Opens it on an empty database; the region is `fes-meknes`. */
export async function openPreparation(db: RootDb): Promise<Preparation> {
	await makeRegion(db);
	const app = await openApp(db);
	const lead = await makeAccount(db);
	return {
		app,
		lead,
		fromTemplate: () =>
			app.workshops.create(lead, {
				title: { ar: 'ورشة تشاورية' },
				origin: { kind: 'template', template: 'fes-meknes' }
			}),
		blank: (title = { ar: 'ورشة' }) =>
			app.workshops.create(lead, { title, origin: { kind: 'blank' } })
	};
}

/** Writes an account that nobody is signed in with. */
export async function makeAccount(
	db: RootDb,
	role: AccountActor['role'] = 'facilitator',
	regions: readonly string[] = []
): Promise<AccountActor & { readonly email: string }> {
	const id = newId();
	const email = `${id}@example.ma`;
	const at = Date.now();
	await db.insertInto('actor').values({ id, kind: 'account', created_at: at }).execute();
	await db
		.insertInto('account')
		.values({ id, email, name: role, role, password_hash: null, created_at: at, disabled_at: null })
		.execute();
	return { kind: 'account', id, role, regions, email };
}
