import { joinedNames } from '#lib/domain/groups/joined-names.ts';
import { listCategories } from '../../reads/categories.ts';
import type { Gathering } from './gathering.ts';
import type { Participation } from './workshop-sections.ts';

/**
 * Who was expected and who came, by the groups in which categories are told. Rules [GR1] and [GR6]. While
 * nobody of all is there, each category stands for itself: none of them hides anybody.
 */
export async function gatherParticipants(
	{ sources: { db, toldGroups }, workshopId }: Gathering,
	all: number
): Promise<Pick<Participation, 'participants' | 'groupsToldAt'>> {
	const categories = await listCategories(db, workshopId);
	if (all === 0)
		return {
			participants: categories.map(({ name, expected }) => ({
				name,
				expected,
				present: 0,
				notes: 0
			})),
			groupsToldAt: null
		};
	const { groups, toldAt } = await toldGroups.figures(workshopId);
	return {
		participants: groups.map(({ categoryIds, people, notes }) => {
			const own = categories.filter(({ id }) => categoryIds.includes(id));
			return {
				name: joinedNames(own.map(({ name }) => name)),
				expected: own.reduce((sum, { expected }) => sum + expected, 0),
				present: people,
				notes
			};
		}),
		groupsToldAt: toldAt
	};
}
