import type { Db, RootDb } from '../db/database.ts';
import '../agenda/activity.table.ts';
import '../boards/board.table.ts';
import './private-reveal.table.ts';

/** Up to which row of its log a private room stands on the board. */
export interface Brought {
	readonly room: string;
	readonly seq: number;
}

/** False before the reveal. */
export async function isRevealed(db: Db, boardId: string): Promise<boolean> {
	const row = await db
		.selectFrom('board')
		.select('revealed_at')
		.where('id', '=', boardId)
		.executeTakeFirst();
	return row !== undefined && row.revealed_at !== null;
}

/** The boards whose private notes were revealed. */
export async function listRevealed(db: Db): Promise<string[]> {
	const rows = await db
		.selectFrom('board')
		.innerJoin('activity', 'activity.id', 'board.activity_id')
		.select('board.id')
		.where('activity.writing', '=', 'private')
		.where('board.revealed_at', 'is not', null)
		.execute();
	return rows.map(({ id }) => id);
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
