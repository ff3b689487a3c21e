import type { Selectable } from 'kysely';
import type { Activity, Column, VoteRules } from '../../domain/activities/activity.ts';
import type { ActivityDraft } from '../../domain/activities/activity-draft.ts';
import { DomainError } from '../../domain/errors.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import type { Db } from '../db/database.ts';
import { fromJson, toJson } from '../db/json-column.ts';
import type { ActivityTable } from './activity.table.ts';

/** A workshop's agenda in its order. */
export async function listActivities(db: Db, workshopId: string): Promise<Activity[]> {
	const rows = await db
		.selectFrom('activity')
		.selectAll()
		.where('workshop_id', '=', workshopId)
		.orderBy('position')
		.execute();
	return rows.map(toActivity);
}

export async function getActivity(db: Db, id: string): Promise<Activity> {
	const row = await db.selectFrom('activity').selectAll().where('id', '=', id).executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return toActivity(row);
}

/** Stores a new agenda item, which starts as planned. */
export async function insertActivity(
	db: Db,
	item: { id: string; workshopId: string; draft: Required<ActivityDraft>; position: number }
): Promise<void> {
	await db
		.insertInto('activity')
		.values({
			id: item.id,
			workshop_id: item.workshopId,
			...columnsOf(item.draft),
			start_time: null,
			state: 'planned',
			opened_at: null,
			position: item.position
		})
		.execute();
}

export async function updateActivity(
	db: Db,
	id: string,
	draft: Required<ActivityDraft>
): Promise<void> {
	await db.updateTable('activity').set(columnsOf(draft)).where('id', '=', id).execute();
}

export async function placeActivity(
	db: Db,
	id: string,
	position: number,
	startTime: string | null
): Promise<void> {
	await db
		.updateTable('activity')
		.set({ position, start_time: startTime })
		.where('id', '=', id)
		.execute();
}

export async function deleteActivity(db: Db, id: string): Promise<void> {
	await db.deleteFrom('activity').where('id', '=', id).execute();
}

function columnsOf(draft: Required<ActivityDraft>) {
	return {
		kind: draft.kind,
		title: toJson(draft.title),
		short_title: toJson(draft.shortTitle),
		prompt: toJson(draft.prompt),
		duration_minutes: draft.durationMinutes,
		columns: toJson(draft.columns),
		vote: toJson(draft.vote),
		writing: draft.writing
	};
}

/** A row as the domain knows it. */
function toActivity(row: Selectable<ActivityTable>): Activity {
	return {
		id: row.id,
		workshopId: row.workshop_id,
		kind: row.kind,
		title: fromJson<LocalizedText>(row.title),
		shortTitle: fromJson<LocalizedText>(row.short_title),
		prompt: fromJson<LocalizedText>(row.prompt),
		startTime: row.start_time,
		durationMinutes: row.duration_minutes,
		columns: fromJson<Column[]>(row.columns),
		vote: fromJson<VoteRules | null>(row.vote),
		state: row.state,
		writing: row.writing,
		position: row.position
	};
}
