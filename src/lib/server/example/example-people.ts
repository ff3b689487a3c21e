import type { AccountActor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import type { AccountAdminService } from '../accounts/account-admin.service.ts';
import type { AccountService, SignedIn } from '../accounts/account.service.ts';
import { findAccountActor } from '../access/load-actor.ts';
import { newSecret } from '../auth/secret-hash.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { RootDb } from '../db/database.ts';

/** The accounts of the example. Nobody knows their passwords; people come in by one-time links. */
export interface ExamplePeople {
	readonly facilitator: AccountActor;
	readonly director: AccountActor;
}

interface Deps {
	readonly db: RootDb;
	readonly sessions: Sessions;
	readonly accounts: AccountService;
	readonly accountAdmin: AccountAdminService;
}

/** Makes the three accounts as an installation would: by the set-up link and two invitations. */
export async function makeExamplePeople(deps: Deps): Promise<ExamplePeople> {
	const { accounts, accountAdmin } = deps;
	const setupLink = await accounts.setupLink();
	if (setupLink === undefined) throw new DomainError('already_set_up');
	const setup = await accounts.setUp(tokenOf(setupLink), person('admin', 'مدير المنصة'));
	const administrator = await actorOf(deps, setup);
	const facilitator = await accountAdmin.invite(administrator, {
		role: 'facilitator',
		regions: []
	});
	const director = await accountAdmin.invite(administrator, {
		role: 'director',
		regions: ['fes-meknes']
	});
	return {
		facilitator: await actorOf(
			deps,
			await accounts.acceptInvitation(tokenOf(facilitator), person('facilitator', 'ميسّر رئيسي'))
		),
		director: await actorOf(
			deps,
			await accounts.acceptInvitation(tokenOf(director), person('director', 'المدير الجهوي'))
		)
	};
}

function person(mailbox: string, name: string) {
	return { name, email: `${mailbox}@example.invalid`, password: newSecret() };
}

function tokenOf(path: string): string {
	return path.slice(path.lastIndexOf('/') + 1);
}

async function actorOf(deps: Deps, { token }: SignedIn): Promise<AccountActor> {
	const session = await deps.sessions.validate(token);
	const actor = session && (await findAccountActor(deps.db, session.actorId));
	if (!actor) throw new DomainError('not_signed_in');
	await deps.sessions.revoke(token);
	return actor;
}
