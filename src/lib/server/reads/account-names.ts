import '../accounts/account.table.ts';
import type { Db } from '../db/database.ts';

/** Values in one `in (…)`, below every engine's bound. */
const AT_ONCE = 500;

/** The names of those of the actors who are accounts, by their ids. */
export async function accountNames(
	db: Db,
	actorIds: readonly string[]
): Promise<ReadonlyMap<string, string>> {
	const names = new Map<string, string>();
	for (let start = 0; start < actorIds.length; start += AT_ONCE)
		for (const row of await db
			.selectFrom('account')
			.select(['id', 'name'])
			.where('id', 'in', actorIds.slice(start, start + AT_ONCE))
			.execute())
			names.set(row.id, row.name);
	return names;
}
