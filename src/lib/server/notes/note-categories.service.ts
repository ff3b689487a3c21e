import type { Actor } from '../../domain/people/actor.ts';
import type { NoteCategories } from '../../domain/boards/note-categories.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import type { RootDb } from '../db/database.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { getBoardFacts } from '../reads/board-facts.ts';
import { categoriesOfNotes } from '../reads/categories-of-notes.ts';
import { getCategoryGroups } from '../reads/people-by-category.ts';

/** Whose group of people stands behind a note. Names and authors never leave the server. */
export interface NoteCategoriesService {
	/**
	 * For facilitators: the category behind each note of a board. Categories that are
	 * told together with others all read as `small`. Notes of
	 * facilitators, and of people who were taken out, have none. Throws `not_found` when the board is not of this workshop.
	 */
	of(actor: Actor, workshopId: string, boardId: string): Promise<NoteCategories>;
	/** As what each category may be shown: itself, or `small`. Unguarded: for services that decided to. */
	groups(workshopId: string): Promise<ReadonlyMap<string, string>>;
}

/** Rules [RN7] and [RN8]. */
export function noteCategoriesService({ db }: { db: RootDb }): NoteCategoriesService {
	async function groups(workshopId: string): Promise<ReadonlyMap<string, string>> {
		const { people, named } = await getCategoryGroups(db, workshopId);
		return new Map([...people.keys()].map((id) => [id, named.has(id) ? id : 'small']));
	}

	return {
		groups,
		async of(actor, workshopId, boardId) {
			const access = await getWorkshopAccess(db, workshopId);
			assertAllowed(canInWorkshop(actor, 'run', access));
			await getBoardFacts(db, boardId, workshopId);
			const shown = await groups(workshopId);
			const notes = await categoriesOfNotes(db, workshopId, boardId);
			return Object.fromEntries(
				[...notes].map(([key, categoryId]) => [key, shown.get(categoryId) ?? 'small'])
			);
		}
	};
}
