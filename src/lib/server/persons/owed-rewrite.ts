import type { RootDb, Trx } from '../db/database.ts';
import { rewriteFiles } from '../db/erase-deleted.ts';
import { storageTroubleOf } from '../db/storage/storage-error.ts';
import './owed-rewrite.table.ts';

/** Part of a transaction that takes something away for ever: files are written anew after it, whatever comes between. */
export async function oweRewrite(trx: Trx): Promise<void> {
	await trx
		.insertInto('owed_rewrite')
		.values({ id: 'files' })
		.onConflict((conflict) => conflict.column('id').doNothing())
		.execute();
}

/**
 * As {@link payRewrite}; on a disk without room it stays owed, and is paid once there is some: writing files anew
 * takes as much room again.
 */
export async function payRewriteWhenPossible(db: RootDb): Promise<void> {
	try {
		await payRewrite(db);
	} catch (error) {
		if (storageTroubleOf(error) === undefined) throw error;
	}
}

/** Writes files anew where a transaction owes it: after it, and at the start of a process, for one that was killed. */
async function payRewrite(db: RootDb): Promise<void> {
	const owed = await db.selectFrom('owed_rewrite').select('id').executeTakeFirst();
	if (!owed) return;
	await rewriteFiles(db);
	await db.deleteFrom('owed_rewrite').execute();
}
