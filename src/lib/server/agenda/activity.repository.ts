import type { Selectable } from 'kysely';
import type { Activity, Column, VoteRules } from '../../domain/activities/activity.ts';
import type { ActivityDraft } from '../../domain/activities/activity-draft.ts';
import { DomainError } from '../../domain/errors.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import type { Db } from '../db/database.ts';
import { fromJson, toJson } from '../db/json-column.ts';
import type { BoardTable } from '../boards/board.table.ts';
import '../clusters/grouping.table.ts';
import '../notes/note.table.ts';
import { writtenPrivateRooms } from '../notes/private-rooms.ts';
import '../votes/vote.table.ts';
import type { ActivityTable } from './activity.table.ts';

/** A workshop's agenda in its order. */
export async function listActivities(db: Db, workshopId: string): Promise<Activity[]> {
	const rows = await activities(db)
		.where('activity.workshop_id', '=', workshopId)
		.orderBy('activity.position')
		.execute();
	return rows.map(toActivity);
}

export async function getActivity(db: Db, id: string): Promise<Activity> {
	const row = await activities(db).where('activity.id', '=', id).executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return toActivity(row);
}

/** Each with its grouping: its own, else the plenary's. */
function activities(db: Db) {
	return db
		.selectFrom('activity')
		.innerJoin('grouping as plenary', (join) =>
			join
				.onRef('plenary.workshop_id', '=', 'activity.workshop_id')
				.on('plenary.kind', '=', 'plenary')
		)
		.leftJoin('grouping as own', 'own.activity_id', 'activity.id')
		.selectAll('activity')
		.select(({ fn }) => fn.coalesce('own.id', 'plenary.id').as('grouping_id'));
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

/** Ids of the columns that hold notes, on any of its boards; deleted notes do not count. */
export async function columnsWithNotes(db: Db, activityId: string): Promise<ReadonlySet<string>> {
	const rows = await db
		.selectFrom('note')
		.innerJoin('board', 'board.id', 'note.board_id')
		.select('note.column_id')
		.distinct()
		.where('board.activity_id', '=', activityId)
		.where('note.deleted', '=', 0)
		.execute();
	return new Set(rows.map((row) => row.column_id));
}

/** True while notes that nobody but their authors sees may stand in any of its columns. */
export async function hasUnrevealedNotes(db: Db, activityId: string): Promise<boolean> {
	for (const { id, revealed_at } of await boardsOf(db, activityId))
		if (revealed_at === null && (await writtenPrivateRooms(db, id)).size > 0) return true;
	return false;
}

/**
 * True while anything is written in it, and once anything was written or voted in it, deleted and private
 * notes included: its history stays.
 */
export async function isInUse(db: Db, activityId: string): Promise<boolean> {
	for (const { id, state } of await boardsOf(db, activityId))
		if (state === 'open' || (await writtenPrivateRooms(db, id)).size > 0) return true;
	const note = await db
		.selectFrom('note')
		.innerJoin('board', 'board.id', 'note.board_id')
		.select('note.key')
		.where('board.activity_id', '=', activityId)
		.limit(1)
		.executeTakeFirst();
	const vote = await db
		.selectFrom('vote')
		.select('id')
		.where('activity_id', '=', activityId)
		.limit(1)
		.executeTakeFirst();
	return note !== undefined || vote !== undefined;
}

function boardsOf(
	db: Db,
	activityId: string
): Promise<Pick<BoardTable, 'id' | 'state' | 'revealed_at'>[]> {
	return db
		.selectFrom('board')
		.select(['id', 'state', 'revealed_at'])
		.where('activity_id', '=', activityId)
		.execute();
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
function toActivity(row: Selectable<ActivityTable> & { grouping_id: string }): Activity {
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
		opened: row.opened_at !== null,
		writing: row.writing,
		position: row.position,
		groupingId: row.grouping_id
	};
}
