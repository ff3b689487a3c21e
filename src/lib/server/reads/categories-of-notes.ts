import type { NoteCategory } from '../../domain/boards/note-categories.ts';
import type { Db } from '../db/database.ts';
import '../groups/told-groups.table.ts';
import { standingNotes } from './standing-notes.ts';
import '../participants/participant.table.ts';

/**
 * What is told beside each note of participants that stands on a board, by the note's key. Empty before
 * anything is told of the board.
 */
export async function categoriesOfNotes(
	db: Db,
	workshopId: string,
	boardId: string
): Promise<Map<string, NoteCategory>> {
	const rows = await standingNotes(db, workshopId)
		.innerJoin('told_board', 'told_board.board_id', 'note.board_id')
		.innerJoin('participant', (join) =>
			join
				.onRef('participant.actor_id', '=', 'note.author_id')
				.onRef('participant.workshop_id', '=', 'note.workshop_id')
		)
		.leftJoin('told_author', (join) =>
			join
				.onRef('told_author.board_id', '=', 'note.board_id')
				.onRef('told_author.actor_id', '=', 'note.author_id')
		)
		.select(['note.key', 'told_author.category_id as categoryId'])
		.where('note.board_id', '=', boardId)
		.execute();
	return new Map(rows.map(({ key, categoryId }) => [key, categoryId ?? 'withheld']));
}
