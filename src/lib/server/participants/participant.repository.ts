import type { AttendingPerson, Participant } from '../../domain/people/participant.ts';
import type { Db, Trx } from '../db/database.ts';
import { insertActor } from '../auth/actors.ts';
import { presentPeople } from '../reads/present-people.ts';
import './participant.table.ts';

/** Writes a person and the actor behind them, with what tells their device from others of the workshop. */
export async function insertParticipant(
	trx: Trx,
	participant: Participant,
	device: string
): Promise<void> {
	await insertActor(trx, { id: participant.actorId, kind: 'guest', at: participant.joinedAt });
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
			joined_at: participant.joinedAt,
			device
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

/** Everyone of a workshop in the order in which they joined, but those who were taken out. */
export async function listPeople(
	db: Db,
	workshopId: string
): Promise<{ categoryId: string; person: AttendingPerson }[]> {
	const rows = await presentPeople(db, workshopId)
		.select(['id', 'category_id', 'name', 'organisation', 'province', 'language', 'joined_at'])
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
