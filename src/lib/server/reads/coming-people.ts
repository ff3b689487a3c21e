import type { ComingPerson } from '../../domain/groups/release.ts';
import type { Db } from '../db/database.ts';
import '../notes/note.table.ts';
import '../participants/participant.table.ts';
import { tookPart } from './active-people.ts';

/**
 * Everybody who ever joined a workshop with what groups are counted from: for the telling of groups alone,
 * nothing of it leaves the server.
 */
export async function listComingPeople(db: Db, workshopId: string): Promise<ComingPerson[]> {
	const active = await db
		.selectFrom('participant')
		.select('participant.id')
		.where('participant.workshop_id', '=', workshopId)
		.where(tookPart)
		.execute();
	const tookPartIds = new Set(active.map(({ id }) => id));
	const people = await db
		.selectFrom('participant')
		.leftJoin('note', (join) =>
			join
				.onRef('note.author_id', '=', 'participant.actor_id')
				.onRef('note.workshop_id', '=', 'participant.workshop_id')
				.on('note.deleted', '=', 0)
		)
		.select(({ fn }) => [
			'participant.id',
			'participant.category_id as categoryId',
			'participant.joined_at as joinedAt',
			'participant.removed_at as removedAt',
			fn.count('note.key').as('notes')
		])
		.where('participant.workshop_id', '=', workshopId)
		.groupBy([
			'participant.id',
			'participant.category_id',
			'participant.joined_at',
			'participant.removed_at'
		])
		.orderBy('participant.id')
		.execute();
	return people.map(({ notes, ...person }) => ({
		...person,
		notes: Number(notes),
		active: tookPartIds.has(person.id)
	}));
}
