import type { Actor } from '../../domain/people/actor.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import type { RootDb } from '../db/database.ts';
import { getBoardFacts } from '../reads/board-facts.ts';
import { notesByBoard } from '../reads/note-counts.ts';
import { writtenPrivateRooms } from '../reads/private-rooms.ts';

/** What the run page counts before its live rooms answer. */
export interface RunService {
	/** For those who run the workshop: board to the notes that stand there; boards without any are not in it. */
	countNotes(actor: Actor, workshopId: string): Promise<ReadonlyMap<string, number>>;
	/**
	 * For them too: how many people wrote for a board whose notes are private, and nothing of what. Throws
	 * `not_found` when the board is not of this workshop.
	 */
	privateWriters(actor: Actor, workshopId: string, boardId: string): Promise<number>;
}

export function runService({ db }: { db: RootDb }): RunService {
	async function guard(actor: Actor, workshopId: string): Promise<void> {
		assertAllowed(canInWorkshop(actor, 'run', await getWorkshopAccess(db, workshopId)));
	}

	return {
		async countNotes(actor, workshopId) {
			await guard(actor, workshopId);
			return notesByBoard(db, workshopId);
		},
		async privateWriters(actor, workshopId, boardId) {
			await guard(actor, workshopId);
			await getBoardFacts(db, boardId, workshopId);
			return (await writtenPrivateRooms(db, boardId)).size;
		}
	};
}
