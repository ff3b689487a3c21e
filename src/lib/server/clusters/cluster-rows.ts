import type { ProjectedRows } from '../rooms/room-content.ts';
import './cluster.table.ts';

/** The rows of a grouping's clusters, and of which note is in which. */
export const clusterRows: ProjectedRows = {
	async list(trx, groupingId) {
		const clusters = await trx
			.selectFrom('cluster')
			.selectAll()
			.where('grouping_id', '=', groupingId)
			.execute();
		const members = await trx
			.selectFrom('cluster_note')
			.selectAll()
			.where('grouping_id', '=', groupingId)
			.execute();
		return [...clusters, ...members];
	},
	async clear(trx, groupingId) {
		for (const table of ['cluster', 'cluster_note'] as const)
			await trx.deleteFrom(table).where('grouping_id', '=', groupingId).execute();
	}
};
