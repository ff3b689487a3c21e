import type { Db } from '../db/database.ts';
import '../notes/note.table.ts';

/** What a note says and where it stands on its board. */
export interface WordsOnBoard {
	readonly columnId: string;
	readonly text: string;
}

/** The notes that stand on a board, by key, as far as these keys go. */
export async function findWordsOnBoard(
	db: Db,
	boardId: string,
	keys: readonly string[]
): Promise<ReadonlyMap<string, WordsOnBoard>> {
	if (keys.length === 0) return new Map();
	const rows = await db
		.selectFrom('note')
		.select(['key', 'column_id', 'text'])
		.where('board_id', '=', boardId)
		.where('key', 'in', keys)
		.where('deleted', '=', 0)
		.execute();
	return new Map(rows.map((row) => [row.key, { columnId: row.column_id, text: row.text }]));
}
