/** One row while the files hold what a transaction took away for ever. */
export interface OwedRewriteTable {
	id: 'files';
}

declare module '../db/database.ts' {
	interface Database {
		owed_rewrite: OwedRewriteTable;
	}
}
