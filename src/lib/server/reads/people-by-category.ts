import type { Db } from '../db/database.ts';
import '../categories/category.table.ts';
import { presentPeople } from './present-people.ts';

/**
 * Category to the people of it who are present, 0 included, in the order of the categories. For those who
 * see who is there by name; what anybody else is told of groups is `groups/`'s.
 */
export async function peopleByCategory(db: Db, workshopId: string): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('category')
		.leftJoin(
			presentPeople(db, workshopId)
				.select(['participant.id', 'participant.category_id'])
				.as('present'),
			(join) => join.onRef('present.category_id', '=', 'category.id')
		)
		.select(({ fn }) => ['category.id', fn.count('present.id').as('people')])
		.where('category.workshop_id', '=', workshopId)
		.groupBy(['category.id', 'category.position'])
		.orderBy('category.position')
		.execute();
	return new Map(rows.map(({ id, people }) => [id, Number(people)]));
}
