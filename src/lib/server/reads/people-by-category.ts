import { withheldCategories } from '../../domain/people/anonymity.ts';
import { getAnonymityFloor } from '../access/anonymity-floor.ts';
import type { Db } from '../db/database.ts';
import '../categories/category.table.ts';
import { presentPeople } from './present-people.ts';

/** Category to the people of it who are present, 0 included, in the order of the categories. */
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

/** The people by category with nothing withheld, and which categories may not be named beside anything. */
export interface CategoryPresence {
	readonly people: ReadonlyMap<string, number>;
	readonly withheld: ReadonlySet<string>;
}

/**
 * Who is present by category, and what of it the workshop's floor withholds: every page, figure and
 * document that names a category asks here, so that none shows what another hides. Rule [VO9]. Throws
 * `not_found`.
 */
export async function getCategoryPresence(db: Db, workshopId: string): Promise<CategoryPresence> {
	const people = await peopleByCategory(db, workshopId);
	return { people, withheld: withheldCategories(people, await getAnonymityFloor(db, workshopId)) };
}
