/** A signed-in browser. The id is stored as its SHA-256 alone, so a copy of the table opens nothing. */
export interface SessionTable {
	id_hash: string;
	actor_id: string;
	expires_at: number;
	created_at: number;
}

/**
 * A link that is shown once and stored hashed: `setup` makes the first administrator, `invitation` an
 * account with `payload` {role, regions}, `sign_in` signs the account `actor_id` in, `guest` makes a
 * browser the guest `actor_id` of its workshop, `screen` opens a workshop's
 * screen. One that is `reusable` works until it expires.
 */
export interface LinkTable {
	token_hash: string;
	purpose: 'setup' | 'invitation' | 'sign_in' | 'screen' | 'screen_code' | 'guest';
	actor_id: string | null;
	workshop_id: string | null;
	payload: string;
	reusable: 0 | 1;
	created_at: number;
	expires_at: number;
	used_at: number | null;
}

declare module '../db/database.ts' {
	interface Database {
		session: SessionTable;
		link: LinkTable;
	}
}
