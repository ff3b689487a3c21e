import { RequestPace } from '../auth/request-pace.ts';
import type { LiveLimits } from '../rooms/limits.ts';

/** How many people may join; a hall of a thousand comes in within minutes, and behind one address. */
export type JoinBudget = Pick<LiveLimits, 'joinsPerHour' | 'joinsPerMinute'>;

/**
 * Bounds what a script that holds a join code can fill the workshop with. A new code begins anew, so that a
 * facilitator opens the door again to the hall by changing it, and one workshop's door never shuts another's.
 */
export interface JoinPace {
	/** Counts one more. Throws `too_many_attempts` (details: seconds until the next one). */
	take(joinCode: string, address: string): Promise<void>;
}

/** Counted in this process's memory: by join code, and by network address for each. */
export function newJoinPace({ joinsPerHour, joinsPerMinute }: JoinBudget): JoinPace {
	const byCode = new RequestPace({ points: joinsPerHour, duration: 60 * 60 });
	const byAddress = new RequestPace({ points: joinsPerMinute, duration: 60 });
	return {
		async take(joinCode, address) {
			await byAddress.take(`${address} ${joinCode}`);
			await byCode.take(joinCode);
		}
	};
}
