import type { Actor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { INSTALLATION, type EventAction } from '../../domain/events/event.ts';
import { assertAllowed, canDo } from '../../domain/policy.ts';
import { createLink, DAY, revokeLinksOf } from '../auth/links.ts';
import type { RootDb, Trx } from '../db/database.ts';
import { recordEvent } from '../events/record-event.ts';
import * as repository from './account.repository.ts';
import type { Account } from './account.repository.ts';
import type { AccountService } from './account.service.ts';
import { assertRegionsSuit, parseInvitation, type Invitation } from './invitation.ts';

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

		/** The path of a new invitation, which is shown this once. Throws `invalid_input`. */
		async invite(actor: Actor, wanted: Invitation): Promise<string> {
			mayManage(actor);
			const payload = parseInvitation(wanted);
			await assertRegionsSuit(db, payload);
			const link = { purpose: 'invitation', payload, lifetime: INVITATION_LIFETIME } as const;
			const token = await db.transaction().execute(async (trx) => {
				const event = { action: 'invitation_made', workshopId: null, actorId: actor.id } as const;
				const detail = { role: payload.role };
				await recordEvent(trx, { ...event, subjectId: INSTALLATION, detail });
				return createLink(trx, link);
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

/** What an administrator did to an account. */
function record(trx: Trx, actor: Actor, action: EventAction, accountId: string): Promise<void> {
	return recordEvent(trx, {
		action,
		workshopId: null,
		actorId: actor.id,
		subjectId: accountId
	});
}
