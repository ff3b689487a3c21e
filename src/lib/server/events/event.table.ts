import type { Generated } from 'kysely';
import type { EventAction, EventSubject } from '../../domain/events/event.ts';

/** What was done, in its order; rows are only ever added. `detail` is an EventDetail as JSON. */
export interface EventTable {
	seq: Generated<number>;
	workshop_id: string | null;
	actor_id: string | null;
	action: EventAction;
	subject_kind: EventSubject;
	subject_id: string;
	at: number;
	detail: string;
}

declare module '../db/database.ts' {
	interface Database {
		event: EventTable;
	}
}
