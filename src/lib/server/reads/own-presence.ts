import { DomainError } from '../../domain/errors.ts';
import type { Participant } from '../../domain/people/participant.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import '../categories/category.table.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import '../participants/participant.table.ts';

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
