import type { Trx } from '../db/database.ts';
import './note.table.ts';
import './pseudonym.table.ts';

/**
 * Makes `to` the author of what `from` wrote, on boards and privately: both are entries of one person. Keys of
 * notes keep the pseudonym that they were written under, which stands for `to` from now on.
 */
export async function handOverNotes(
	trx: Trx,
	{ from, to }: { readonly from: string; readonly to: string }
): Promise<void> {
	await trx
		.updateTable('board_author')
		.set({ actor_id: to })
		.where('actor_id', '=', from)
		.execute();
	await trx.updateTable('note').set({ author_id: to }).where('author_id', '=', from).execute();
}
