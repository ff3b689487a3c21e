import type { CountedPerson, ToldGroups } from '../../domain/groups/release.ts';
import type { Db, Trx } from '../db/database.ts';
import { fromJson, toJson } from '../db/json-column.ts';
import './told-groups.table.ts';

/** How groups are told, with when people and notes were told last. */
export interface StoredTelling extends ToldGroups {
	/** Epoch milliseconds; null before. */
	readonly toldAt: number | null;
}

/** How a workshop's groups are told; undefined before anything was. */
export async function findTelling(db: Db, workshopId: string): Promise<StoredTelling | undefined> {
	const row = await db
		.selectFrom('told_groups')
		.selectAll()
		.where('workshop_id', '=', workshopId)
		.executeTakeFirst();
	return (
		row && {
			partition: fromJson<string[][]>(row.partition).map((categoryIds) => ({ categoryIds })),
			active: new Map(fromJson<[string, number][]>(row.active)),
			tellings: fromJson<CountedPerson[][]>(row.tellings),
			fixedAt: row.fixed_at,
			toldAt: row.told_at
		}
	);
}

/** Keeps how groups are told. The partition and when it was fixed are what they were first. */
export async function saveTelling(
	trx: Trx,
	workshopId: string,
	{ partition, active, tellings, fixedAt, toldAt }: StoredTelling
): Promise<void> {
	const told = { tellings: toJson(tellings), told_at: toldAt };
	await trx
		.insertInto('told_groups')
		.values({
			workshop_id: workshopId,
			partition: toJson(partition.map(({ categoryIds }) => categoryIds)),
			active: toJson([...active]),
			fixed_at: fixedAt,
			...told
		})
		.onConflict((conflict) => conflict.column('workshop_id').doUpdateSet(told))
		.execute();
}

/** Keeps beside whose notes on a board a category stands; changes nothing where that was told. */
export async function insertToldBoard(
	trx: Trx,
	boardId: string,
	named: ReadonlyMap<string, string>,
	at: number
): Promise<void> {
	const first = await trx
		.insertInto('told_board')
		.values({ board_id: boardId, told_at: at })
		.onConflict((conflict) => conflict.column('board_id').doNothing())
		.returning('board_id')
		.executeTakeFirst();
	if (!first || named.size === 0) return;
	await trx
		.insertInto('told_author')
		.values(
			[...named].map(([actor_id, category_id]) => ({ board_id: boardId, actor_id, category_id }))
		)
		.execute();
}
