import { RequestPace } from '../auth/request-pace.ts';
import type { LiveLimits } from '../rooms/limits.ts';

/** How many people may join; a hall of a thousand comes in within minutes, and behind one address. */
export type JoinBudget = Pick<LiveLimits, 'joinsPerHour' | 'joinsPerMinute'>;

/** Bounds what a script that holds a join code can fill the workshop with. */
export interface JoinPace {
	/** Counts one more. Throws `too_many_attempts` (details: seconds until the next one). */
	take(workshopId: string, address: string): Promise<void>;
}

/** Counted in this process's memory: by workshop, which is by join code, and by network address. */
export function newJoinPace({ joinsPerHour, joinsPerMinute }: JoinBudget): JoinPace {
	const byWorkshop = new RequestPace({ points: joinsPerHour, duration: 60 * 60 });
	const byAddress = new RequestPace({ points: joinsPerMinute, duration: 60 });
	return {
		async take(workshopId, address) {
			await byAddress.take(address);
			await byWorkshop.take(workshopId);
		}
	};
}
