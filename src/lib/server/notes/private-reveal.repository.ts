import type { Db, RootDb } from '../db/database.ts';
import './private-reveal.table.ts';

/** Up to which row of its log a private room stands on the board. */
export interface Brought {
	readonly room: string;
	readonly seq: number;
}

/** Private rooms of an activity to the number of the last row that was brought. */
export async function listBrought(
	db: Db,
	activityId: string
): Promise<ReadonlyMap<string, number>> {
	const rows = await db
		.selectFrom('private_reveal')
		.select(['room', 'seq'])
		.where('activity_id', '=', activityId)
		.execute();
	return new Map(rows.map(({ room, seq }) => [room, seq]));
}

export async function markBrought(
	db: RootDb,
	activityId: string,
	marks: readonly Brought[]
): Promise<void> {
	await db.transaction().execute(async (trx) => {
		for (const { room, seq } of marks)
			await trx
				.insertInto('private_reveal')
				.values({ room, activity_id: activityId, seq })
				.onConflict((conflict) => conflict.column('room').doUpdateSet({ seq }))
				.execute();
	});
}
