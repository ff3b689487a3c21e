import { editorOf, type Editor } from '../../domain/boards/note-mark.ts';
import type { Db } from '../db/database.ts';
import '../agenda/activity.table.ts';
import '../boards/board.table.ts';
import '../clusters/cluster.table.ts';
import '../groups/told-groups.table.ts';
import '../notes/note.table.ts';
import { presentPeople } from './present-people.ts';

/** The notes of a workshop that stand, as a query to go on from: deleted ones are none. */
export function standingNotes(db: Db, workshopId: string) {
	return db
		.selectFrom('note')
		.where('note.workshop_id', '=', workshopId)
		.where('note.deleted', '=', 0);
}

/**
 * The notes that stand and are of somebody who is present, each with its author as `author`. A note of
 * somebody who was taken out stands as nobody's, so that it tells nothing of them. Rule [PE8].
 */
export function authoredNotes(db: Db, workshopId: string) {
	return standingNotes(db, workshopId).innerJoin(authors(db, workshopId), (join) =>
		join.onRef('author.actor_id', '=', 'note.author_id')
	);
}

function authors(db: Db, workshopId: string) {
	return presentPeople(db, workshopId)
		.select(['participant.id', 'participant.actor_id', 'participant.category_id'])
		.as('author');
}

/** The notes that stand, once for each cluster that stands and holds it (`cluster`), one a grouping. */
export function clusteredNotes(db: Db, workshopId: string) {
	return standingNotes(db, workshopId)
		.innerJoin('cluster_note as member', (join) =>
			join.onRef('member.board_id', '=', 'note.board_id').onRef('member.note_key', '=', 'note.key')
		)
		.innerJoin('cluster', (join) =>
			join
				.onRef('cluster.grouping_id', '=', 'member.grouping_id')
				.onRef('cluster.id', '=', 'member.cluster_id')
				.on('cluster.deleted', '=', 0)
		);
}

/** A note that stands, and nothing by which it could be laid beside its author's on another board. */
export interface StandingNote {
	/** `<board>/<key>`: holds a pseudonym of the board, so it stands in no file. */
	readonly ref: string;
	readonly activityId: string;
	readonly columnId: string;
	readonly text: string;
	/** Epoch milliseconds. */
	readonly createdAt: number;
	/** Who changed its words last; null while they are its author's. */
	readonly editedBy: Editor | null;
	/** The clusters that it stands in, at most one of a grouping. */
	readonly clusterIds: readonly string[];
	/** The category that is told beside it; null where none is. */
	readonly categoryId: string | null;
}

/** The notes that stand, by board in the agenda's order, then as they were written. */
export async function listStandingNotes(db: Db, workshopId: string): Promise<StandingNote[]> {
	const notes = await standingNotes(db, workshopId)
		.innerJoin('board', 'board.id', 'note.board_id')
		.innerJoin('activity', 'activity.id', 'board.activity_id')
		.leftJoin('told_author', (join) =>
			join
				.onRef('told_author.board_id', '=', 'note.board_id')
				.onRef('told_author.actor_id', '=', 'note.author_id')
		)
		.select([
			'note.board_id as board',
			'note.key',
			'board.activity_id as activityId',
			'note.column_id as columnId',
			'note.text',
			'note.created_at as createdAt',
			'note.edited_by as mark',
			'told_author.category_id as categoryId'
		])
		.orderBy('activity.position')
		.orderBy('note.board_id')
		.orderBy('note.created_at')
		.orderBy('note.key')
		.execute();
	const clustered = await clusteredNotes(db, workshopId)
		.select(['note.board_id as board', 'note.key', 'cluster.id'])
		.execute();
	const clusters = Map.groupBy(clustered, ({ board, key }) => `${board}/${key}`);
	return notes.map(({ board, key, mark, ...note }) => {
		const ref = `${board}/${key}`;
		return {
			...note,
			ref,
			editedBy: mark && editorOf(mark),
			clusterIds: (clusters.get(ref) ?? []).map(({ id }) => id)
		};
	});
}
