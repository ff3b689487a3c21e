import { namedCategories, partitionOf, type Partition } from '../../domain/groups/partition.ts';
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

/** The people by category with nothing withheld, and how they are told. */
export interface CategoryGroups {
	readonly people: ReadonlyMap<string, number>;
	/** Fewest people who are told of. */
	readonly floor: number;
	readonly partition: Partition;
	/** The categories that may be named beside a note, a proposal or a person. */
	readonly named: ReadonlySet<string>;
}

/**
 * Who is present by category, and how a workshop's categories are told: every page, figure and document
 * that names a category asks here, so that none shows what another hides. Rules [GR1] and [GR2]. Throws
 * `not_found`.
 */
export async function getCategoryGroups(db: Db, workshopId: string): Promise<CategoryGroups> {
	const people = await peopleByCategory(db, workshopId);
	const floor = await getAnonymityFloor(db, workshopId);
	const partition = partitionOf(people, floor);
	return { people, floor, partition, named: namedCategories(partition, people, floor) };
}
