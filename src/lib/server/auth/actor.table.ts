/** Whoever can act and be an author: an account or a guest of one workshop. */
export interface ActorTable {
	id: string;
	kind: 'account' | 'guest';
	created_at: number;
}

declare module '../db/database.ts' {
	interface Database {
		actor: ActorTable;
	}
}
