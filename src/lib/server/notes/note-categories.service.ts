import type { Actor } from '../../domain/people/actor.ts';
import type { NoteCategories } from '../../domain/boards/note-categories.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import type { RootDb } from '../db/database.ts';
import type { ToldGroupsService } from '../groups/told-groups.service.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { getBoardFacts } from '../reads/board-facts.ts';
import { categoriesOfNotes } from '../reads/categories-of-notes.ts';

/** Whose group of people stands behind a note. Names and authors never leave the server. */
export interface NoteCategoriesService {
	/**
	 * For facilitators: the category behind each note of a board, from the end of writing there on; empty
	 * before. Those that may not stand beside a note all read as `withheld`, and so does the note of
	 * somebody who was taken out, unless its category had been told. Notes of facilitators have none. Throws
	 * `not_found` when the board is not of this workshop.
	 */
	of(actor: Actor, workshopId: string, boardId: string): Promise<NoteCategories>;
}

/** Rules [RN7], [RN8] and [GR5]. */
export function noteCategoriesService(deps: {
	db: RootDb;
	toldGroups: Pick<ToldGroupsService, 'tellEndedBoards'>;
}): NoteCategoriesService {
	const { db, toldGroups } = deps;
	return {
		async of(actor, workshopId, boardId) {
			const access = await getWorkshopAccess(db, workshopId);
			assertAllowed(canInWorkshop(actor, 'run', access));
			await getBoardFacts(db, boardId, workshopId);
			await toldGroups.tellEndedBoards(workshopId);
			return Object.fromEntries(await categoriesOfNotes(db, workshopId, boardId));
		}
	};
}
