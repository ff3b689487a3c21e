import { sizeOfGroup } from '../../domain/groups/partition.ts';
import { withheldGroups } from '../../domain/groups/withheld.ts';
import type { GroupFigures } from '../../domain/workshops/workshop-figures.ts';
import type { Db } from '../db/database.ts';
import { notesByCategory } from './note-counts.ts';
import { getCategoryGroups } from './people-by-category.ts';

/**
 * Who is present and how many notes stand by the groups of the workshop's partition, with what may not be
 * told withheld: figures, documents and data read it here. Rules [GR1] and [GR2]. Throws `not_found`.
 */
export async function getGroupFigures(db: Db, workshopId: string): Promise<GroupFigures[]> {
	const { people, partition, floor } = await getCategoryGroups(db, workshopId);
	const notes = await notesByCategory(db, workshopId);
	const withheld = withheldGroups(partition, people, floor);
	return partition.map((group) => {
		const reason = withheld.get(group);
		return {
			categoryIds: group.categoryIds,
			people: reason ?? sizeOfGroup(group, people),
			notes: reason ?? sizeOfGroup(group, notes)
		};
	});
}
