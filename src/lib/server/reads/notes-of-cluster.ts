import type { Db } from '../db/database.ts';
import '../boards/board.table.ts';
import { clusteredNotes } from './standing-notes.ts';

/** A note of a cluster, with the board that decides who may read it. Nothing in it names its author. */
export interface NoteOfCluster {
	readonly boardId: string;
	readonly activityId: string;
	readonly columnId: string;
	readonly text: string;
}

/** The notes that stand in a cluster, by board and then as they were written. */
export async function listNotesOfCluster(
	db: Db,
	workshopId: string,
	clusterId: string
): Promise<NoteOfCluster[]> {
	return clusteredNotes(db, workshopId)
		.innerJoin('board', 'board.id', 'note.board_id')
		.where('cluster.id', '=', clusterId)
		.select([
			'note.board_id as boardId',
			'board.activity_id as activityId',
			'note.column_id as columnId',
			'note.text'
		])
		.orderBy('note.board_id')
		.orderBy('note.created_at')
		.orderBy('note.key')
		.execute();
}
