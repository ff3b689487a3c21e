import type { StakeholderCategory } from '../../domain/people/stakeholder-category.ts';
import type { Db } from '../db/database.ts';
import { flag } from '../db/flag.ts';
import { toJson } from '../db/json-column.ts';
import './category.table.ts';

export async function insertCategory(
	db: Db,
	workshopId: string,
	category: StakeholderCategory
): Promise<void> {
	await db
		.insertInto('category')
		.values({ id: category.id, workshop_id: workshopId, ...columnsOf(category) })
		.execute();
}

export async function updateCategory(
	db: Db,
	workshopId: string,
	category: StakeholderCategory
): Promise<void> {
	await db
		.updateTable('category')
		.set(columnsOf(category))
		.where('id', '=', category.id)
		.where('workshop_id', '=', workshopId)
		.execute();
}

export async function deleteCategory(db: Db, workshopId: string, id: string): Promise<void> {
	await db
		.deleteFrom('category')
		.where('id', '=', id)
		.where('workshop_id', '=', workshopId)
		.execute();
}

function columnsOf(category: StakeholderCategory) {
	return {
		name: toJson(category.name),
		expected: category.expected,
		observing: flag(category.observing),
		position: category.position
	};
}
