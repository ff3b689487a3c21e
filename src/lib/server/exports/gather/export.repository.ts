import type { Db } from '../../db/database.ts';
import '../../notes/note.table.ts';
import '../../participants/participant.table.ts';
import '../../votes/vote.table.ts';
import type { GatheredNote, GatheredParticipant } from '../json/workshop-json.ts';

/** A note with the place that others name it by. */
export interface WrittenNote extends Omit<GatheredNote, 'id'> {
	/** `<board>/<key>`: holds a pseudonym of the board, so it never leaves the server. */
	readonly ref: string;
}

/** The notes that stand, oldest first, each with the participant who wrote it. */
export async function listWrittenNotes(db: Db, workshopId: string): Promise<WrittenNote[]> {
	const rows = await db
		.selectFrom('note')
		.leftJoin('participant', (join) =>
			join
				.onRef('participant.actor_id', '=', 'note.author_id')
				.onRef('participant.workshop_id', '=', 'note.workshop_id')
		)
		.select([
			'note.board',
			'note.key',
			'note.activity_id as activityId',
			'note.column_id as columnId',
			'note.text',
			'note.created_at as createdAt',
			'note.edited',
			'participant.id as participantId'
		])
		.where('note.workshop_id', '=', workshopId)
		.where('note.deleted', '=', 0)
		.orderBy('note.created_at')
		.orderBy('note.board')
		.orderBy('note.key')
		.execute();
	return rows.map(({ board, key, edited, ...note }) => ({
		...note,
		edited: edited === 1,
		ref: `${board}/${key}`
	}));
}

/** Everybody who joined, by participant and category alone. */
export async function listPresent(db: Db, workshopId: string): Promise<GatheredParticipant[]> {
	return db
		.selectFrom('participant')
		.select(['id', 'category_id as categoryId'])
		.where('workshop_id', '=', workshopId)
		.orderBy('id')
		.execute();
}

/** The closed votes, oldest first. */
export async function listClosedVotes(db: Db, workshopId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('vote')
		.select('id')
		.where('workshop_id', '=', workshopId)
		.where('state', '=', 'closed')
		.orderBy('closed_at')
		.execute();
	return rows.map(({ id }) => id);
}
