import type { Actor } from '../../domain/people/actor.ts';
import { requireName } from '../../domain/people/account.ts';
import { DomainError } from '../../domain/errors.ts';
import { INSTALLATION, type EventAction } from '../../domain/events/event.ts';
import { assertAllowed, canDo } from '../../domain/policy.ts';
import { createLink, DAY, listOpenLinks, revokeLinksOf, withdrawLink } from '../auth/links.ts';
import type { RootDb, Trx } from '../db/database.ts';
import { recordEvent } from '../events/record-event.ts';
import { accountNames } from '../reads/account-names.ts';
import * as repository from './account.repository.ts';
import type { Account } from './account.repository.ts';
import type { AccountService } from './account.service.ts';
import {
	assertRegionsSuit,
	parseInvitation,
	type Invitation,
	type OpenInvitation,
	type WantedInvitation
} from './invitation.ts';

/** How long invitations and new-password links work, in milliseconds. */
export const INVITATION_LIFETIME = 7 * DAY;

export type AccountAdminService = ReturnType<typeof accountAdminService>;

/** What administrators do with accounts. Rules [AC15] to [AC19]. */
export function accountAdminService({ db, accounts }: { db: RootDb; accounts: AccountService }) {
	const mayManage = (actor: Actor) => assertAllowed(canDo(actor, 'manage_accounts'));

	return {
		/** Every account, by name. */
		async list(actor: Actor): Promise<Account[]> {
			mayManage(actor);
			return repository.listAccounts(db);
		},

		/**
		 * The path of a new invitation, which is shown this once. Throws `invalid_input`, and what a name has to
		 * be where one is given.
		 */
		async invite(actor: Actor, wanted: WantedInvitation): Promise<string> {
			mayManage(actor);
			const name = wanted.name?.trim() ? requireName(wanted.name) : '';
			const payload = parseInvitation({ ...wanted, name, invitedBy: actor.id });
			await assertRegionsSuit(db, payload);
			const link = { purpose: 'invitation', payload, lifetime: INVITATION_LIFETIME } as const;
			const token = await db.transaction().execute(async (trx) => {
				await recordInvitation(trx, actor, 'invitation_made', payload);
				return createLink(trx, link);
			});
			return `/invitation/${token}`;
		},

		/** The invitations that can still be accepted, the newest first. */
		async invitations(actor: Actor): Promise<OpenInvitation[]> {
			mayManage(actor);
			const open = (await listOpenLinks(db, 'invitation')).map(({ payload, ...link }) => ({
				...link,
				...parseInvitation(payload)
			}));
			const names = await accountNames(
				db,
				open.map(({ invitedBy }) => invitedBy)
			);
			return open.map(({ id, role, regions, name, invitedBy, createdAt, expiresAt }) => ({
				...{ id, role, regions, name, expiresAt },
				invitedBy: names.get(invitedBy) ?? '',
				invitedAt: createdAt
			}));
		},

		/** Takes an invitation back: its link opens nothing any more. Throws `not_found` once it was accepted. */
		async withdrawInvitation(actor: Actor, id: string): Promise<void> {
			mayManage(actor);
			await db.transaction().execute(async (trx) => {
				const { payload } = await withdrawLink(trx, 'invitation', id);
				await recordInvitation(trx, actor, 'invitation_withdrawn', parseInvitation(payload));
			});
		},

		/**
		 * The path of another link for an invitation whose link was lost, with a time of its own; the one before it
		 * opens nothing any more. Throws `not_found` once it was accepted.
		 */
		async renewInvitation(actor: Actor, id: string): Promise<string> {
			mayManage(actor);
			const token = await db.transaction().execute(async (trx) => {
				const invitation = parseInvitation((await withdrawLink(trx, 'invitation', id)).payload);
				await recordInvitation(trx, actor, 'invitation_renewed', invitation);
				const payload = { ...invitation, invitedBy: actor.id };
				return createLink(trx, { purpose: 'invitation', payload, lifetime: INVITATION_LIFETIME });
			});
			return `/invitation/${token}`;
		},

		/**
		 * The path of a link by which its person chooses a new password, shown this once; the one before it
		 * stops working. Throws `not_found`.
		 */
		async newPasswordLink(actor: Actor, accountId: string): Promise<string> {
			mayManage(actor);
			return db.transaction().execute(async (trx) => {
				await repository.getRole(trx, accountId);
				await revokeLinksOf(trx, 'sign_in', accountId);
				const token = await createLink(trx, {
					purpose: 'sign_in',
					actorId: accountId,
					payload: { newPassword: true },
					lifetime: INVITATION_LIFETIME
				});
				await record(trx, actor, 'password_link_made', accountId);
				return `/link/${token}`;
			});
		},

		/**
		 * Disables an account, which ends its sessions at once, or enables it again. Nobody disables their
		 * own, nor anybody once they are disabled themselves (`forbidden`), so that one administrator is
		 * always left. Throws `not_found`.
		 */
		async setDisabled(actor: Actor, accountId: string, disabled: boolean): Promise<void> {
			assertAllowed(canDo(actor, 'manage_accounts') && actor.id !== accountId);
			await db.transaction().execute(async (trx) => {
				const active = await repository.holdAdministrators(trx);
				assertAllowed(active.includes(actor.id));
				await repository.updateAccount(trx, accountId, { disabled });
				await record(trx, actor, disabled ? 'account_disabled' : 'account_enabled', accountId);
			});
			if (disabled) await accounts.revokeAll(accountId);
		},

		/**
		 * Gives a director other regions. One who loses a region is signed out, so that no page or socket of
		 * it stays open. Throws `not_found`, `invalid_input` (details: field).
		 */
		async setRegions(actor: Actor, accountId: string, regions: readonly string[]): Promise<void> {
			mayManage(actor);
			const role = await repository.getRole(db, accountId);
			if (role !== 'director') throw new DomainError('invalid_input', { field: 'regions' });
			await assertRegionsSuit(db, { role, regions });
			const before = await db.transaction().execute(async (trx) => {
				const regionsBefore = await repository.regionsOf(trx, accountId);
				await repository.replaceRegions(trx, accountId, regions);
				await record(trx, actor, 'account_regions_set', accountId);
				return regionsBefore;
			});
			if (before.some((region) => !regions.includes(region))) await accounts.revokeAll(accountId);
		}
	};
}

/** What an administrator did to an invitation; nobody's name stands in the log. */
function recordInvitation(
	trx: Trx,
	actor: Actor,
	action: EventAction,
	{ role }: Invitation
): Promise<void> {
	const event = { action, workshopId: null, actorId: actor.id };
	return recordEvent(trx, { ...event, subjectId: INSTALLATION, detail: { role } });
}

/** What an administrator did to an account. */
function record(trx: Trx, actor: Actor, action: EventAction, accountId: string): Promise<void> {
	return recordEvent(trx, {
		action,
		workshopId: null,
		actorId: actor.id,
		subjectId: accountId
	});
}
