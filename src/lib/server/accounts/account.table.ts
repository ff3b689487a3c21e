import type { AccountRole } from '../../domain/people/actor.ts';

/** A person with a password. `id` is the actor's; `email` is stored in lower case. */
export interface AccountTable {
	id: string;
	email: string;
	name: string;
	role: AccountRole;
	password_hash: string | null;
	created_at: number;
	disabled_at: number | null;
}

/** A director's regions. */
export interface AccountRegionTable {
	account_id: string;
	region_id: string;
}

declare module '../db/database.ts' {
	interface Database {
		account: AccountTable;
		account_region: AccountRegionTable;
	}
}
