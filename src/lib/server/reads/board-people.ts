import type { BoardAuthor, BoardPerson } from '../../domain/groups/note-labels.ts';
import '../boards/board.table.ts';
import '../categories/category.table.ts';
import type { Db } from '../db/database.ts';
import '../groups/told-groups.table.ts';
import '../notes/note.table.ts';
import '../participants/participant.table.ts';
import '../spaces/space.table.ts';
import '../workshops/workshop.table.ts';
import { tookPart } from './active-people.ts';

/** A board on which writing has ended, and of which it was not told whose categories stand beside notes. */
export interface EndedBoard {
	readonly id: string;
	/** Null for the hall's. */
	readonly spaceId: string | null;
	readonly openedAt: number;
}

/** Those of a workshop. A board before its reveal is none. */
export async function listEndedBoards(db: Db, workshopId: string): Promise<EndedBoard[]> {
	const rows = await db
		.selectFrom('board')
		.innerJoin('workshop', 'workshop.id', 'board.workshop_id')
		.leftJoin('told_board', 'told_board.board_id', 'board.id')
		.select(['board.id', 'board.space_id as spaceId', 'board.opened_at as openedAt'])
		.where('board.workshop_id', '=', workshopId)
		.where('board.revealed_at', 'is not', null)
		.where('told_board.board_id', 'is', null)
		.where(({ or, eb }) =>
			or([eb('board.state', '!=', 'open'), eb('workshop.state', '!=', 'open')])
		)
		.execute();
	return rows.flatMap(({ openedAt, ...board }) =>
		openedAt === null ? [] : { ...board, openedAt }
	);
}

/**
 * Who could have written on a board: everybody of the workshop, or everybody who ever sat in its space, who
 * took part and does not only observe. Whoever was taken out since is one of them.
 */
export async function listBoardPeople(
	db: Db,
	workshopId: string,
	{ spaceId, openedAt }: EndedBoard
): Promise<BoardPerson[]> {
	const people = await db
		.selectFrom('participant')
		.innerJoin('category', 'category.id', 'participant.category_id')
		.select([
			'participant.actor_id as id',
			'participant.category_id as categoryId',
			'participant.joined_at as joinedAt'
		])
		.where('participant.workshop_id', '=', workshopId)
		.where('category.observing', '=', 0)
		.where(tookPart)
		.execute();
	const seats =
		spaceId === null
			? undefined
			: new Map(
					(
						await db
							.selectFrom('seat')
							.select(({ fn }) => ['seat.actor_id', fn.min('seat.since').as('since')])
							.where('seat.space_id', '=', spaceId)
							.groupBy('seat.actor_id')
							.execute()
					).map(({ actor_id, since }) => [actor_id, since])
				);
	return people.flatMap(({ id, categoryId, joinedAt }) => {
		const since = seats ? seats.get(id) : joinedAt;
		// Whoever was there when it opened could write from then on.
		return since === undefined ? [] : { id, categoryId, since: Math.max(since, openedAt) };
	});
}

/** Who wrote on a board, each with their first note there, though it was deleted since. */
export async function listBoardAuthors(
	db: Db,
	{ id, openedAt }: EndedBoard
): Promise<BoardAuthor[]> {
	const rows = await db
		.selectFrom('note')
		.innerJoin('participant', (join) =>
			join
				.onRef('participant.actor_id', '=', 'note.author_id')
				.onRef('participant.workshop_id', '=', 'note.workshop_id')
		)
		.select(({ fn }) => ['participant.actor_id as id', fn.min('note.created_at').as('first')])
		.where('note.board_id', '=', id)
		.groupBy('participant.actor_id')
		.execute();
	// A phone's clock may run behind: nobody wrote before the board was opened.
	return rows.map((row) => ({ id: row.id, first: Math.max(row.first, openedAt) }));
}
