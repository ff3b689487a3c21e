import '../accounts/account.table.ts';
import type { Db } from '../db/database.ts';
import { inParts } from '../db/in-parts.ts';

/** The names of those of the actors who are accounts, by their ids. */
export async function accountNames(
	db: Db,
	actorIds: readonly string[]
): Promise<ReadonlyMap<string, string>> {
	const names = new Map<string, string>();
	for (const ids of inParts(actorIds))
		for (const row of await db
			.selectFrom('account')
			.select(['id', 'name'])
			.where('id', 'in', ids)
			.execute())
			names.set(row.id, row.name);
	return names;
}
