import { DAYS_SEEN, keptUntil, lookAgain } from '../../domain/workshops/retention.ts';
import type { RootDb } from '../db/database.ts';
import { listEndedWorkshops } from '../reads/workshop-ends.ts';
import type { PersonsService } from './persons.service.ts';
import { timeNow } from '../time/clock.ts';
import { saveSight } from './privacy.repository.ts';

/** The two clocks: the one that people see, and one that runs with the process and cannot jump. Milliseconds. */
export interface Clocks {
	readonly now: () => number;
	readonly uptime: () => number;
}

const CLOCKS: Clocks = { now: timeNow, uptime: () => performance.now() };

/** Erases what a workshop chose not to keep for longer. */
export interface Retention {
	/** Looks at the clock once, and erases what was seen to be over on several days. */
	sweep(): Promise<void>;
}

/**
 * Nothing is erased for being old on one look at a clock: its time must have been seen to have passed on three different
 * days, and meanwhile the process's own clock must agree. What was erased is not looked for again. Rule [DP9].
 */
export function retention(deps: {
	db: RootDb;
	persons: Pick<PersonsService, 'endKeeping'>;
	clocks?: Clocks;
}): Retention {
	const { db, persons, clocks = CLOCKS } = deps;
	/** By workshop, the process's clock at the last day that was counted. */
	const counted = new Map<string, number>();

	return {
		async sweep() {
			for (const ended of await listEndedWorkshops(db)) {
				const { workshopId, keepDays, eraseWords, dueDays, dueSeenAt, endedAt } = ended;
				const uptime = clocks.uptime();
				const last = counted.get(workshopId);
				const uptimeSince = last === undefined ? undefined : uptime - last;
				const now = { at: clocks.now(), uptimeSince };
				const before = { days: dueDays, at: dueSeenAt };
				const seen = lookAgain(before, now, keptUntil(endedAt, keepDays));
				if (seen.days === before.days && seen.at === before.at) continue;
				counted.set(workshopId, uptime);
				await saveSight(db, workshopId, seen);
				if (seen.days >= DAYS_SEEN) await persons.endKeeping(workshopId, eraseWords);
			}
		}
	};
}
