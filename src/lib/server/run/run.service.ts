import type { Actor } from '../../domain/people/actor.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import type { RootDb } from '../db/database.ts';
import { writtenPrivateRooms } from '../reads/private-rooms.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { assertActivityOf } from '../reads/activity-of.ts';
import { listStandingClusters } from '../reads/clusters.ts';
import { notesByActivity } from '../reads/note-counts.ts';

/** What was made in a workshop so far. */
export interface WorkshopFigures {
	/** Activity to the notes on its board; activities without notes are not in it. */
	readonly notes: ReadonlyMap<string, number>;
	readonly clusters: number;
}

/** What the run page counts before its live rooms answer. */
export interface RunService {
	/** For those who run the workshop. */
	figures(actor: Actor, workshopId: string): Promise<WorkshopFigures>;
	/**
	 * For them too: how many people wrote in an activity whose notes are private, and nothing of what.
	 * Throws `not_found` when the activity is not of this workshop.
	 */
	privateWriters(actor: Actor, workshopId: string, activityId: string): Promise<number>;
}

export function runService({ db }: { db: RootDb }): RunService {
	return {
		async figures(actor, workshopId) {
			const access = await getWorkshopAccess(db, workshopId);
			assertAllowed(canInWorkshop(actor, 'run', access));
			const [notes, clusters] = await Promise.all([
				notesByActivity(db, workshopId),
				listStandingClusters(db, workshopId)
			]);
			return { notes, clusters: clusters.length };
		},
		async privateWriters(actor, workshopId, activityId) {
			const access = await getWorkshopAccess(db, workshopId);
			assertAllowed(canInWorkshop(actor, 'run', access));
			await assertActivityOf(db, workshopId, activityId);
			return (await writtenPrivateRooms(db, activityId)).size;
		}
	};
}
