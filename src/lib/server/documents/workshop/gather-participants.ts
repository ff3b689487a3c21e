import { joinedNames } from '#lib/domain/groups/joined-names.ts';
import { listCategories } from '../../reads/categories.ts';
import { getGroupFigures } from '../../reads/group-figures.ts';
import type { Gathering } from './gathering.ts';
import type { GroupPresence } from './workshop-sections.ts';

/** Who was expected and who came, by the groups in which categories are told. Rules [GR1] and [GR2]. */
export async function gatherParticipants({
	sources: { db },
	workshopId
}: Gathering): Promise<GroupPresence[]> {
	const categories = await listCategories(db, workshopId);
	return (await getGroupFigures(db, workshopId)).map(({ categoryIds, people, notes }) => {
		const own = categories.filter(({ id }) => categoryIds.includes(id));
		return {
			name: joinedNames(own.map(({ name }) => name)),
			expected: own.reduce((sum, { expected }) => sum + expected, 0),
			present: people,
			notes
		};
	});
}
