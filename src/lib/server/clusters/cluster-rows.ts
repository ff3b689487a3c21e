import type { ProjectedRows } from '../rooms/room-content.ts';
import './cluster.table.ts';

/** The rows of a workshop's clusters, and of which note is in which. */
export const clusterRows: ProjectedRows = {
	async list(trx, workshopId) {
		const clusters = await trx
			.selectFrom('cluster')
			.selectAll()
			.where('workshop_id', '=', workshopId)
			.execute();
		const members = await trx
			.selectFrom('cluster_note')
			.selectAll()
			.where('workshop_id', '=', workshopId)
			.execute();
		return [...clusters, ...members];
	},
	async clear(trx, workshopId) {
		for (const table of ['cluster', 'cluster_note'] as const)
			await trx.deleteFrom(table).where('workshop_id', '=', workshopId).execute();
	}
};
