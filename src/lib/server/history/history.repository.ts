import type { Db } from '../db/database.ts';
import '../accounts/account.table.ts';

/** The names of those of the actors who are accounts. */
export async function accountNames(
	db: Db,
	actorIds: readonly (string | null)[]
): Promise<ReadonlyMap<string, string>> {
	const ids = actorIds.filter((id) => id !== null);
	const names = new Map<string, string>();
	for (let start = 0; start < ids.length; start += 500)
		for (const row of await db
			.selectFrom('account')
			.select(['id', 'name'])
			.where('id', 'in', ids.slice(start, start + 500))
			.execute())
			names.set(row.id, row.name);
	return names;
}
