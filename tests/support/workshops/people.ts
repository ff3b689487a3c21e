import { newId } from '#lib/domain/id.ts';
import type { NewPerson } from '#lib/domain/people/account.ts';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import { createApp, type App } from '#lib/server/app.ts';
import { findAccountActor } from '#lib/server/access/load-actor.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import type { Browser } from '#lib/server/accounts/sign-in-attempts.ts';
import type { WantedInvitation } from '#lib/server/accounts/invitation.ts';
import { TEST_CONFIG } from '../server/test-config.ts';

export const PASSWORD = 'ثلاث زربيات على السطح';

/** The application on a database, without a server around it. */
export function openApp(db: RootDb): Promise<App> {
	return createApp(TEST_CONFIG, db);
}

/** What somebody types who makes their account. */
export function aPerson(differently: Partial<NewPerson> = {}): NewPerson {
	return {
		name: 'مليكة',
		email: `${newId(8)}@fes.example`,
		password: PASSWORD,
		...differently
	};
}

/** The last part of a link's path. */
export function tokenOf(path: string | undefined): string {
	return path?.split('/').at(-1) ?? '';
}

/** Whom a session's secret stands for, as the hook finds it at each request. */
export async function accountOf(
	app: App,
	token: string
): Promise<(AccountActor & { name: string; email: string }) | undefined> {
	const session = await app.sessions.validate(token);
	return session && findAccountActor(app.db, session.actorId);
}

/** Somebody who is signed in, with the secret of their session and the password {@link PASSWORD}. */
export interface SignedInPerson {
	readonly actor: AccountActor & { readonly name: string; readonly email: string };
	readonly token: string;
}

/** The first administrator, by the set-up link. */
export async function setUpAdministrator(app: App): Promise<SignedInPerson> {
	const person = aPerson({ name: 'المسؤولة' });
	const { token } = await app.accounts.setUp(tokenOf(await app.setupLink()), person);
	return signedIn(app, token);
}

/** Somebody who was invited and accepted. */
export async function invited(
	app: App,
	administrator: SignedInPerson,
	invitation: WantedInvitation,
	person: NewPerson = aPerson()
): Promise<SignedInPerson> {
	const path = await app.accountAdmin.invite(administrator.actor, invitation);
	const { token } = await app.accounts.acceptInvitation(tokenOf(path), person);
	return signedIn(app, token);
}

async function signedIn(app: App, token: string): Promise<SignedInPerson> {
	const actor = await accountOf(app, token);
	if (!actor) throw new Error('The session of a new account is not valid.');
	return { actor, token };
}

/** A browser that nobody signed in on before. */
export function strangeBrowser(device: string): Browser {
	return { device, address: '192.0.2.1' };
}
