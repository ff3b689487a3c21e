import type { Selectable } from 'kysely';
import type { Activity } from '../../domain/activities/activity.ts';
import type { CheckedActivity } from '../../domain/activities/activity-draft.ts';
import { groupingOf, type Grouping } from '../../domain/clusters/grouping.ts';
import { DomainError } from '../../domain/errors.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import type { Db } from '../db/database.ts';
import { fromJson, toJson } from '../db/json-column.ts';
import { setupOf } from '../reads/activity-setup.ts';
import { listGroupings } from '../reads/groupings.ts';
import type { ActivityTable } from './activity.table.ts';

/** A workshop's agenda in its order. */
export async function listActivities(db: Db, workshopId: string): Promise<Activity[]> {
	const rows = await db
		.selectFrom('activity')
		.selectAll()
		.where('workshop_id', '=', workshopId)
		.orderBy('position')
		.execute();
	const groupings = await listGroupings(db, workshopId);
	return rows.map((row) => toActivity(row, groupings));
}

export async function getActivity(db: Db, id: string): Promise<Activity> {
	const row = await db.selectFrom('activity').selectAll().where('id', '=', id).executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return toActivity(row, await listGroupings(db, row.workshop_id));
}

/** Stores a new agenda item, which starts as planned. */
export async function insertActivity(
	db: Db,
	item: {
		id: string;
		workshopId: string;
		dayId: string | null;
		draft: CheckedActivity;
		position: number;
	}
): Promise<void> {
	await db
		.insertInto('activity')
		.values({
			id: item.id,
			workshop_id: item.workshopId,
			day_id: item.dayId,
			...columnsOf(item.draft),
			start_time: null,
			opened_at: null,
			position: item.position
		})
		.execute();
}

/** Activity to the day on which it takes place. */
export async function daysOfActivities(
	db: Db,
	workshopId: string
): Promise<ReadonlyMap<string, string | null>> {
	const rows = await db
		.selectFrom('activity')
		.select(['id', 'day_id'])
		.where('workshop_id', '=', workshopId)
		.execute();
	return new Map(rows.map((row) => [row.id, row.day_id]));
}

export async function updateActivity(db: Db, id: string, draft: CheckedActivity): Promise<void> {
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

function columnsOf(draft: CheckedActivity) {
	return {
		kind: draft.kind,
		title: toJson(draft.title),
		short_title: toJson(draft.shortTitle),
		prompt: toJson(draft.prompt),
		duration_minutes: draft.durationMinutes,
		parameters: toJson(draft.parameters)
	};
}

/** A row as the domain knows it. */
function toActivity(row: Selectable<ActivityTable>, groupings: readonly Grouping[]): Activity {
	return {
		id: row.id,
		workshopId: row.workshop_id,
		...setupOf(row),
		title: fromJson<LocalizedText>(row.title),
		shortTitle: fromJson<LocalizedText>(row.short_title),
		prompt: fromJson<LocalizedText>(row.prompt),
		startTime: row.start_time,
		durationMinutes: row.duration_minutes,
		opened: row.opened_at !== null,
		position: row.position,
		groupingId: groupingOf(groupings, row.id)?.id ?? ''
	};
}
