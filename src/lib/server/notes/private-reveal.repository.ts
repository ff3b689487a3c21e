import type { Db, RootDb } from '../db/database.ts';
import './private-reveal.table.ts';

/** Up to which row of its log a private room stands on the board. */
export interface Brought {
	readonly room: string;
	readonly seq: number;
}

/** Private rooms of a board to the number of the last row that was brought. */
export async function listBrought(db: Db, boardId: string): Promise<ReadonlyMap<string, number>> {
	const rows = await db
		.selectFrom('private_reveal')
		.select(['room', 'seq'])
		.where('board_id', '=', boardId)
		.execute();
	return new Map(rows.map(({ room, seq }) => [room, seq]));
}

export async function markBrought(
	db: RootDb,
	boardId: string,
	marks: readonly Brought[]
): Promise<void> {
	await db.transaction().execute(async (trx) => {
		for (const { room, seq } of marks)
			await trx
				.insertInto('private_reveal')
				.values({ room, board_id: boardId, seq })
				.onConflict((conflict) => conflict.column('room').doUpdateSet({ seq }))
				.execute();
	});
}
