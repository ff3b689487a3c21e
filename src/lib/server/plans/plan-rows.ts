import type { ProjectedRows } from '../rooms/room-content.ts';
import './plan.table.ts';

/** Tables of the plan, those that name others first. */
export const PLAN_TABLES = [
	'plan_action_proposal',
	'plan_financing',
	'plan_action',
	'plan_objective',
	'plan_axis',
	'plan'
] as const;

/** The rows of a workshop's plan. */
export const planRows: ProjectedRows = {
	async list(trx, workshopId) {
		const rows: object[] = [];
		for (const table of PLAN_TABLES)
			for (const row of await trx
				.selectFrom(table)
				.selectAll()
				.where('workshop_id', '=', workshopId)
				.execute())
				rows.push({ table, ...row });
		return rows;
	},
	async clear(trx, workshopId) {
		for (const table of PLAN_TABLES)
			await trx.deleteFrom(table).where('workshop_id', '=', workshopId).execute();
	}
};
