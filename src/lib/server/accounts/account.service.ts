import {
	ACCOUNT_LIMITS,
	plainEmail,
	requireEmail,
	requireName,
	type NewPerson
} from '../../domain/people/account.ts';
import type { AccountActor, AccountRole } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { INSTALLATION, type EventAction } from '../../domain/events/event.ts';
import { createLink, DAY, readLink, revokeLinks, takeLink } from '../auth/links.ts';
import { hashPassword, verifyPassword, type ComparePassword } from '../auth/password.ts';
import { secretHash } from '../auth/secret-hash.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { RootDb, Trx } from '../db/database.ts';
import { recordEvent } from '../events/record-event.ts';
import * as repository from './account.repository.ts';
import { assertRegionsSuit, parseInvitation, type Invitation } from './invitation.ts';
import type { KnownDevices } from './known-devices.ts';
import type { Browser, SignInAttempts } from './sign-in-attempts.ts';

/** A browser that was just signed in: the secret for its cookie, and where to lead it. */
export interface SignedIn {
	readonly role: AccountRole;
	/** What the browser keeps from now on, by which it is known when somebody signs in on it again. */
	readonly known: string;
	readonly token: string;
	readonly expiresAt: Date;
}

/** How long an unused set-up link works, in milliseconds; each start of the server makes a new one. */
const SETUP_LIFETIME = 30 * DAY;

export type AccountService = ReturnType<typeof accountService>;

/**
 * How people get in and look after their own account. Rules [AC1] to [AC14]. Those who are not signed in
 * yet are let in by what they hold, a link or a password, which is each method's access check.
 */
export function accountService(deps: {
	db: RootDb;
	sessions: Sessions;
	attempts: SignInAttempts;
	devices: Pick<KnownDevices, 'remember'>;
	/** Compares those of strange devices, one at a time, where it holds up nobody. */
	comparePasswordAside: ComparePassword;
	/** Ends the open sockets of an actor, but for those of one session where one is named. */
	onSessionsRevoked: (actorId: string, exceptIdHash?: string) => void;
	/** Ends the open sockets of one session. */
	onSessionRevoked: (idHash: string) => void;
}) {
	const { db, sessions } = deps;

	/** `kept` is what the browser kept of those who signed in on it before. */
	async function signedIn(
		{
			id,
			role,
			email
		}: { readonly id: string; readonly role: AccountRole; readonly email: string },
		kept: string | undefined
	): Promise<SignedIn> {
		return { role, known: deps.devices.remember(kept, email), ...(await sessions.create(id)) };
	}

	/** Uses a link up and adds the account it stands for, both or neither. */
	async function addPerson(
		person: NewPerson,
		kept: string | undefined,
		invitation: (trx: Trx) => Promise<Pick<Invitation, 'role' | 'regions'>>
	): Promise<SignedIn> {
		const name = requireName(person.name);
		const email = requireEmail(person.email);
		const passwordHash = await hashPassword(person.password);
		const { id, role } = await db.transaction().execute(async (trx) => {
			const { role, regions } = await invitation(trx);
			const account = { name, email, passwordHash, role, regions };
			const id = await repository.insertAccount(trx, account);
			const event = { action: 'account_made', workshopId: null, actorId: id } as const;
			await recordEvent(trx, { ...event, subjectId: id, detail: { role } });
			return { id, role };
		});
		return signedIn({ id, role, email }, kept);
	}

	return {
		/**
		 * The path of a new set-up link, or undefined once there is an account. Earlier ones stop working.
		 * Unguarded: `server/` prints it where the installation is started.
		 */
		setupLink(): Promise<string | undefined> {
			return db.transaction().execute(async (trx) => {
				await revokeLinks(trx, 'setup');
				if (await repository.hasAccounts(trx)) return undefined;
				await recordEvent(trx, {
					action: 'setup_link_made',
					workshopId: null,
					actorId: null,
					subjectId: INSTALLATION
				});
				return `/setup/${await createLink(trx, { purpose: 'setup', lifetime: SETUP_LIFETIME })}`;
			});
		},

		/** Throws `already_set_up` or `link_invalid` unless the set-up link would work. */
		async checkSetup(token: string): Promise<void> {
			if (await repository.hasAccounts(db)) throw new DomainError('already_set_up');
			await readLink(db, token, 'setup');
		},

		/** Makes the first administrator and signs them in. Throws as `checkSetup`, and what a field lacks. */
		async setUp(token: string, person: NewPerson, kept?: string): Promise<SignedIn> {
			await this.checkSetup(token);
			return addPerson(person, kept, async (trx) => {
				await takeLink(trx, token, 'setup');
				if (await repository.hasAccounts(trx)) throw new DomainError('already_set_up');
				return { role: 'administrator', regions: [] };
			});
		},

		/** What the invited person will be. Throws `link_invalid`. */
		async checkInvitation(token: string): Promise<Invitation> {
			return parseInvitation((await readLink(db, token, 'invitation')).payload);
		},

		/** Makes the invited person's account and signs them in. Throws `link_invalid`, `email_taken`, … */
		async acceptInvitation(token: string, person: NewPerson, kept?: string): Promise<SignedIn> {
			await this.checkInvitation(token);
			return addPerson(person, kept, async (trx) => {
				const link = await takeLink(trx, token, 'invitation');
				const invitation = parseInvitation(link.payload);
				await assertRegionsSuit(trx, invitation);
				return invitation;
			});
		},

		/**
		 * Throws `wrong_credentials` for an unknown address, a wrong password and a disabled account alike,
		 * after the same work, and `too_many_attempts`.
		 */
		async signIn(typed: { email: string; password: string }, browser: Browser): Promise<SignedIn> {
			const email = plainEmail(typed.email).slice(0, ACCOUNT_LIMITS.email);
			const found = await deps.attempts.attempt(email, browser, async (strange) => {
				const account = await repository.findCredentials(db, { email });
				const compare = strange ? deps.comparePasswordAside : undefined;
				const right = await verifyPassword(account?.passwordHash ?? null, typed.password, compare);
				return right && !account?.disabled ? account : undefined;
			});
			if (!found) throw new DomainError('wrong_credentials');
			return signedIn(found, browser.known);
		},

		/** Whether a sign-in link also asks for a new password. Throws `link_invalid`. */
		async checkSignInLink(token: string): Promise<{ newPassword: boolean }> {
			const link = await readLink(db, token, 'sign_in');
			return { newPassword: asksForPassword(link.payload) };
		},

		/**
		 * Uses a sign-in link up. One that an administrator gave asks for a `password`, which replaces the
		 * old one and signs out everywhere. Throws `link_invalid`, also for a disabled account, and
		 * `weak_password`, which leaves the link unused.
		 */
		async signInByLink(token: string, password?: string, kept?: string): Promise<SignedIn> {
			const { newPassword } = await this.checkSignInLink(token);
			const passwordHash = newPassword ? await hashPassword(password ?? '') : undefined;
			const account = await db.transaction().execute(async (trx) => {
				const { actorId } = await takeLink(trx, token, 'sign_in');
				const found = await repository.findCredentials(trx, { id: actorId ?? '' });
				if (!found || found.disabled) throw new DomainError('link_invalid');
				if (passwordHash) await changeOwn(trx, found.id, 'password_changed', { passwordHash });
				return found;
			});
			if (passwordHash) await this.revokeAll(account.id);
			return signedIn(account, kept);
		},

		/** Ends the session of one browser. */
		async signOut(token: string): Promise<void> {
			await sessions.revoke(token);
			deps.onSessionRevoked(secretHash(token));
		},

		/** Ends every session of one's own account, with its open sockets. */
		async signOutEverywhere(actor: AccountActor): Promise<void> {
			await this.revokeAll(actor.id);
		},

		/** Throws `text_empty` or `text_too_long`. */
		async changeName(actor: AccountActor, name: string): Promise<void> {
			const checked = requireName(name);
			await db
				.transaction()
				.execute((trx) => changeOwn(trx, actor.id, 'account_renamed', { name: checked }));
		},

		/**
		 * Changes one's own password and signs out everywhere but in the browser whose session secret is
		 * `keep`. Throws `wrong_credentials` (details: field), `weak_password`, `too_many_attempts`.
		 */
		async changePassword(
			actor: AccountActor & { readonly email: string },
			typed: { current: string; password: string },
			keep: string
		): Promise<void> {
			const right = await deps.attempts.attempt(
				actor.email,
				{ session: secretHash(keep) },
				async () => {
					const account = await repository.findCredentials(db, { id: actor.id });
					const matches = await verifyPassword(account?.passwordHash ?? null, typed.current);
					// an account that was made with a sign-in link alone has no password to give
					return matches || account?.passwordHash === null || undefined;
				}
			);
			if (!right) throw new DomainError('wrong_credentials', { field: 'current_password' });
			const passwordHash = await hashPassword(typed.password);
			await db
				.transaction()
				.execute((trx) => changeOwn(trx, actor.id, 'password_changed', { passwordHash }));
			await this.revokeAll(actor.id, secretHash(keep));
		},

		/** Unguarded: ends an actor's sessions and open sockets, for the services that decided to. */
		async revokeAll(actorId: string, exceptIdHash?: string): Promise<void> {
			await sessions.revokeAll(actorId, exceptIdHash);
			deps.onSessionsRevoked(actorId, exceptIdHash);
		}
	};
}

/** What somebody changes of their own account, remembered as theirs. */
async function changeOwn(
	trx: Trx,
	id: string,
	action: EventAction,
	change: { readonly name: string } | { readonly passwordHash: string }
): Promise<void> {
	await repository.updateAccount(trx, id, change);
	await recordEvent(trx, { action, workshopId: null, actorId: id, subjectId: id });
}

function asksForPassword(payload: unknown): boolean {
	return typeof payload === 'object' && payload !== null && 'newPassword' in payload;
}
