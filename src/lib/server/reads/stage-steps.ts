import type { StageStep } from '../../domain/activities/agenda-as-run.ts';
import type { EventDetail } from '../../domain/events/event.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import '../events/event.table.ts';

/** What opened and ended activities in a workshop, in its order. */
export async function listStageSteps(db: Db, workshopId: string): Promise<StageStep[]> {
	const rows = await db
		.selectFrom('event')
		.select(['action', 'subject_id', 'at', 'detail'])
		.where('workshop_id', '=', workshopId)
		.where('action', 'in', ['activity_opened', 'hall_closed'])
		.orderBy('seq')
		.execute();
	return rows.map(({ action, subject_id, at, detail }) => {
		if (action === 'hall_closed') return { activityId: null, stage: null, at };
		const { stage } = fromJson<EventDetail>(detail);
		return { activityId: subject_id, stage: String(stage ?? workshopId), at };
	});
}
