import { EVENTS, type NewEvent } from '../../domain/events/event.ts';
import type { InsertQueryBuilder, InsertResult } from 'kysely';
import type { Database, Db, Trx } from '../db/database.ts';
import { toJson } from '../db/json-column.ts';
import './event.table.ts';
import { timeNow } from '../time/clock.ts';

/**
 * Adds to the log what a command does, in the command's own transaction: both are stored or neither. What
 * was logged is never changed or taken back, which the database itself refuses. `at` is in epoch
 * milliseconds. Rules [EV1] to [EV3].
 */
export async function recordEvent(trx: Trx, event: NewEvent, at = timeNow()): Promise<void> {
	await eventToRecord(trx, event, at).execute();
}

/** The statement of {@link recordEvent}, for what changes a document: it goes into that change's commit. */
export function eventToRecord(
	db: Db,
	event: NewEvent,
	at: number
): InsertQueryBuilder<Database, 'event', InsertResult> {
	return db.insertInto('event').values({
		workshop_id: event.workshopId,
		actor_id: event.actorId,
		action: event.action,
		subject_kind: EVENTS[event.action],
		subject_id: event.subjectId,
		at,
		detail: toJson(event.detail ?? {})
	});
}
