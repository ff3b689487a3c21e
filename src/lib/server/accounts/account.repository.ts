import type { AccountRole } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import type { Db, Trx } from '../db/database.ts';
import { insertActor } from '../auth/actors.ts';
import { listRegionIds } from '../reads/known-regions.ts';
import './account.table.ts';
import { timeNow } from '../time/clock.ts';

/** An account as administrators see it. */
export interface Account {
	readonly id: string;
	readonly name: string;
	readonly email: string;
	readonly role: AccountRole;
	/** Ids; of a director. */
	readonly regions: readonly string[];
	readonly disabled: boolean;
}

/** What signing in compares. */
export interface Credentials {
	readonly id: string;
	readonly role: AccountRole;
	readonly email: string;
	readonly passwordHash: string | null;
	readonly disabled: boolean;
}

export async function hasAccounts(db: Db): Promise<boolean> {
	return (await db.selectFrom('account').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Every account, by name. */
export async function listAccounts(db: Db): Promise<Account[]> {
	const rows = await db
		.selectFrom('account')
		.select(['id', 'name', 'email', 'role', 'disabled_at'])
		.orderBy('name')
		.orderBy('id')
		.execute();
	const regions = await listRegionIds(db);
	const given = await db.selectFrom('account_region').selectAll().execute();
	return rows.map(({ disabled_at, ...row }) => {
		const own = new Set(given.flatMap((of) => (of.account_id === row.id ? of.region_id : [])));
		return {
			...row,
			disabled: disabled_at !== null,
			regions: regions.filter((id) => own.has(id))
		};
	});
}

/** Throws `not_found`. */
export async function getRole(db: Db, id: string): Promise<AccountRole> {
	const row = await db.selectFrom('account').select('role').where('id', '=', id).executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return row.role;
}

/** By address, in lower case, or by id. */
export async function findCredentials(
	db: Db,
	by: { readonly email: string } | { readonly id: string }
): Promise<Credentials | undefined> {
	const query = db
		.selectFrom('account')
		.select(['id', 'role', 'email', 'password_hash', 'disabled_at']);
	const row = await (
		'email' in by ? query.where('email', '=', by.email) : query.where('id', '=', by.id)
	).executeTakeFirst();
	return (
		row && {
			id: row.id,
			role: row.role,
			email: row.email,
			passwordHash: row.password_hash,
			disabled: row.disabled_at !== null
		}
	);
}

/** Adds an account and the actor it is; gives its id. Throws `email_taken`. */
export async function insertAccount(
	trx: Trx,
	account: {
		readonly name: string;
		readonly email: string;
		readonly role: AccountRole;
		readonly passwordHash: string | null;
		readonly regions: readonly string[];
	}
): Promise<string> {
	const id = newId();
	const now = timeNow();
	await insertActor(trx, { id, kind: 'account', at: now });
	const { numInsertedOrUpdatedRows } = await trx
		.insertInto('account')
		.values({
			id,
			email: account.email,
			name: account.name,
			role: account.role,
			password_hash: account.passwordHash,
			created_at: now,
			disabled_at: null
		})
		.onConflict((conflict) => conflict.column('email').doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows !== 1n) throw new DomainError('email_taken', { field: 'email' });
	await replaceRegions(trx, id, account.regions);
	return id;
}

/** The ids of a director's regions. */
export async function regionsOf(db: Db, accountId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('account_region')
		.select('region_id')
		.where('account_id', '=', accountId)
		.execute();
	return rows.map((row) => row.region_id);
}

/** Gives an account these regions and no others. */
export async function replaceRegions(
	trx: Trx,
	accountId: string,
	regions: readonly string[]
): Promise<void> {
	await trx.deleteFrom('account_region').where('account_id', '=', accountId).execute();
	if (regions.length > 0)
		await trx
			.insertInto('account_region')
			.values(regions.map((region_id) => ({ account_id: accountId, region_id })))
			.execute();
}

/** Changes what is given of an account. Throws `not_found`. */
export async function updateAccount(
	db: Db,
	id: string,
	change: { readonly name?: string; readonly passwordHash?: string; readonly disabled?: boolean }
): Promise<void> {
	const { name, passwordHash, disabled } = change;
	const { numUpdatedRows } = await db
		.updateTable('account')
		.set({
			...(name !== undefined && { name }),
			...(passwordHash !== undefined && { password_hash: passwordHash }),
			...(disabled !== undefined && { disabled_at: disabled ? timeNow() : null })
		})
		.where('id', '=', id)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new DomainError('not_found');
}

/**
 * The administrators who may sign in. Their rows are held until the transaction ends, so that of two who
 * disable each other at once the second sees what the first did.
 */
export async function holdAdministrators(trx: Trx): Promise<string[]> {
	const rows = await trx
		.updateTable('account')
		.set({ role: 'administrator' })
		.where('role', '=', 'administrator')
		.returning(['id', 'disabled_at'])
		.execute();
	return rows.filter((row) => row.disabled_at === null).map(({ id }) => id);
}
