import { toJson } from '../db/json-column.ts';
import type { ProjectedRows } from '../rooms/room-content.ts';
import './plan.table.ts';

/** Tables whose rows follow from a plan's document, those that name others first. */
const ROWS_OF_PLAN = [
	'plan_action_proposal',
	'plan_financing',
	'plan_action',
	'plan_objective',
	'plan_axis'
] as const;

/** The rows of a plan; the plan itself stands before anything was written, and its title follows from the document. */
export const planRows: ProjectedRows = {
	async list(trx, planId) {
		const rows: object[] = [];
		for (const table of ROWS_OF_PLAN)
			for (const row of await trx
				.selectFrom(table)
				.selectAll()
				.where('plan_id', '=', planId)
				.execute())
				rows.push({ table, ...row });
		for (const row of await trx.selectFrom('plan').selectAll().where('id', '=', planId).execute())
			rows.push({ table: 'plan', ...row });
		return rows;
	},
	async clear(trx, planId) {
		for (const table of ROWS_OF_PLAN)
			await trx.deleteFrom(table).where('plan_id', '=', planId).execute();
		await trx
			.updateTable('plan')
			.set({ title: toJson({}) })
			.where('id', '=', planId)
			.execute();
	}
};
