import type { LocalizedText } from '../../domain/text/locale.ts';
import type { StakeholderCategory } from '../../domain/people/stakeholder-category.ts';
import type { Db } from '../db/database.ts';
import { flag } from '../db/flag.ts';
import { fromJson, toJson } from '../db/json-column.ts';
import '../participants/participant.table.ts';
import './category.table.ts';

/** A workshop's categories in their order. */
export async function listCategories(db: Db, workshopId: string): Promise<StakeholderCategory[]> {
	const rows = await db
		.selectFrom('category')
		.selectAll()
		.where('workshop_id', '=', workshopId)
		.orderBy('position')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		name: fromJson<LocalizedText>(row.name),
		expected: row.expected,
		observing: row.observing === 1,
		position: row.position
	}));
}

/** How many people joined in each category that has any, by the category's id. */
export async function countParticipants(
	db: Db,
	workshopId: string
): Promise<ReadonlyMap<string, number>> {
	const rows = await db
		.selectFrom('participant')
		.select(['category_id', (eb) => eb.fn.countAll<number>().as('people')])
		.where('workshop_id', '=', workshopId)
		.groupBy('category_id')
		.execute();
	return new Map(rows.map((row) => [row.category_id, row.people]));
}

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
