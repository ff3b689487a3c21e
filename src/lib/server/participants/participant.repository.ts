import type { AttendingPerson, Participant } from '../../domain/people/participant.ts';
import { DomainError } from '../../domain/errors.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import type { Db, Trx } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import '../auth/actor.table.ts';
import '../categories/category.table.ts';
import './participant.table.ts';

/** Writes a person and the actor behind them. */
export async function insertParticipant(trx: Trx, participant: Participant): Promise<void> {
	await trx
		.insertInto('actor')
		.values({ id: participant.actorId, kind: 'guest', created_at: participant.joinedAt })
		.execute();
	await trx
		.insertInto('participant')
		.values({
			id: participant.id,
			actor_id: participant.actorId,
			workshop_id: participant.workshopId,
			category_id: participant.categoryId,
			language: participant.language,
			name: participant.name,
			organisation: participant.organisation,
			province: participant.province,
			joined_at: participant.joinedAt
		})
		.execute();
}

/** The number of people who ever joined a workshop. */
export async function countParticipants(db: Db, workshopId: string): Promise<number> {
	const row = await db
		.selectFrom('participant')
		.select((select) => select.fn.countAll<number | string>().as('count'))
		.where('workshop_id', '=', workshopId)
		.executeTakeFirstOrThrow();
	return Number(row.count);
}

/** A participant with their category. Throws `not_found`. */
export async function getParticipant(
	db: Db,
	participantId: string
): Promise<Participant & { categoryName: LocalizedText; observing: boolean }> {
	const row = await db
		.selectFrom('participant')
		.innerJoin('category', 'category.id', 'participant.category_id')
		.selectAll('participant')
		.select(['category.name as category_name', 'category.observing'])
		.where('participant.id', '=', participantId)
		.executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return {
		id: row.id,
		actorId: row.actor_id,
		workshopId: row.workshop_id,
		categoryId: row.category_id,
		language: row.language,
		name: row.name,
		organisation: row.organisation,
		province: row.province,
		joinedAt: row.joined_at,
		categoryName: fromJson<LocalizedText>(row.category_name),
		observing: row.observing === 1
	};
}

/** Everyone of a workshop in the order in which they joined, but those who were taken out. */
export async function listPeople(
	db: Db,
	workshopId: string
): Promise<{ categoryId: string; person: AttendingPerson }[]> {
	const rows = await db
		.selectFrom('participant')
		.select(['id', 'category_id', 'name', 'organisation', 'province', 'language', 'joined_at'])
		.where('workshop_id', '=', workshopId)
		.where('removed_at', 'is', null)
		.orderBy('joined_at')
		.orderBy('id')
		.execute();
	return rows.map((row) => ({
		categoryId: row.category_id,
		person: {
			participantId: row.id,
			name: row.name,
			organisation: row.organisation,
			province: row.province,
			language: row.language,
			joinedAt: row.joined_at
		}
	}));
}
