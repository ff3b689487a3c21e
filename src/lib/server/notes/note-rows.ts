import type { ProjectedRows } from '../rooms/room-content.ts';
import './note.table.ts';

/** The rows of one board's notes. */
export const noteRows: ProjectedRows = {
	list: (trx, activityId) =>
		trx.selectFrom('note').selectAll().where('board', '=', activityId).orderBy('key').execute(),
	async clear(trx, activityId) {
		await trx.deleteFrom('note').where('board', '=', activityId).execute();
	}
};
