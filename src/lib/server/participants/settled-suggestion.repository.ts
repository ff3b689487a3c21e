import { newId } from '../../domain/id.ts';
import { isSettled, type SettledSuggestion } from '../../domain/people/suggestion.ts';
import type { Db, Trx } from '../db/database.ts';
import { inParts } from '../db/in-parts.ts';
import './settled-suggestion.table.ts';

/** A suggestion under the id that its rows share. */
interface StoredSuggestion extends SettledSuggestion {
	readonly id: string;
}

/** The suggestions of a workshop that were settled, in no order. */
export async function listSettled(db: Db, workshopId: string): Promise<StoredSuggestion[]> {
	const rows = await db
		.selectFrom('settled_suggestion')
		.select(['id', 'kind', 'participant_id'])
		.where('workshop_id', '=', workshopId)
		.execute();
	const found = new Map<
		string,
		{ id: string; kind: SettledSuggestion['kind']; people: string[] }
	>();
	for (const { id, kind, participant_id } of rows) {
		const suggestion = found.get(id) ?? { id, kind, people: [] };
		suggestion.people.push(participant_id);
		found.set(id, suggestion);
	}
	return [...found.values()];
}

/** Stores that a suggestion was settled, in the place of those whose people all stand in it. */
export async function insertSettled(
	trx: Trx,
	workshopId: string,
	suggestion: SettledSuggestion
): Promise<void> {
	const within = (await listSettled(trx, workshopId)).filter((one) => isSettled([suggestion], one));
	const ids = within.map(({ id }) => id);
	for (const some of inParts(ids))
		await trx.deleteFrom('settled_suggestion').where('id', 'in', some).execute();
	const { kind, people } = suggestion;
	const row = { id: newId(), workshop_id: workshopId, kind };
	for (const some of inParts(people))
		await trx
			.insertInto('settled_suggestion')
			.values(some.map((participant_id) => ({ ...row, participant_id })))
			.execute();
}

/** Takes these people out of what was settled, so that nothing tells whom they were taken for. */
export async function forgetInSettled(trx: Trx, participantIds: readonly string[]): Promise<void> {
	for (const ids of inParts(participantIds))
		await trx.deleteFrom('settled_suggestion').where('participant_id', 'in', ids).execute();
}
