import type { ProjectedRows } from '../rooms/room-content.ts';
import './note.table.ts';

/** The rows of one board's notes. */
export const noteRows: ProjectedRows = {
	list: (trx, boardId) =>
		trx.selectFrom('note').selectAll().where('board_id', '=', boardId).orderBy('key').execute(),
	async clear(trx, boardId) {
		await trx.deleteFrom('note').where('board_id', '=', boardId).execute();
	}
};
