import type { StakeholderCategory } from '../../domain/people/stakeholder-category.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import '../categories/category.table.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';

/** A workshop's categories in the facilitator's order. */
export async function listCategories(db: Db, workshopId: string): Promise<StakeholderCategory[]> {
	const rows = await db
		.selectFrom('category')
		.select(['id', 'name', 'expected', 'observing', 'position'])
		.where('workshop_id', '=', workshopId)
		.orderBy('position')
		.execute();
	return rows.map((row) => ({
		...row,
		name: fromJson<LocalizedText>(row.name),
		observing: row.observing === 1
	}));
}
