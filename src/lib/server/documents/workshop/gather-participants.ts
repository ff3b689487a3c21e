import { listCategories } from '../../reads/categories.ts';
import { notesByCategory } from '../../reads/note-counts.ts';
import { getCategoryPresence } from '../../reads/people-by-category.ts';
import type { Gathering } from './gathering.ts';
import type { CategoryPresence } from './workshop-sections.ts';

/** Who was expected and who came, by category; what may not be told is null. Rule [VO9]. */
export async function gatherParticipants({
	sources: { db },
	workshopId
}: Gathering): Promise<CategoryPresence[]> {
	const { people, withheld } = await getCategoryPresence(db, workshopId);
	const written = await notesByCategory(db, workshopId);
	const categories = await listCategories(db, workshopId);
	return categories.map(({ id, name, expected }) => ({
		name,
		expected,
		present: withheld.has(id) ? null : (people.get(id) ?? 0),
		notes: withheld.has(id) ? null : (written.get(id) ?? 0)
	}));
}
