import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../../domain/errors.ts';

/** So many in so many seconds. */
export interface PaceBudget {
	readonly points: number;
	readonly duration: number;
}

/** How often something may be asked for; counted in this process's memory and forgotten by time. */
export interface RequestPace {
	/** Counts one more for `key`. Throws `too_many_attempts` (details: seconds until the next one). */
	take(key: string): Promise<void>;
}

export function newRequestPace(budget: PaceBudget): RequestPace {
	const limiter = new RateLimiterMemory(budget);
	return {
		async take(key) {
			try {
				await limiter.consume(key);
			} catch (refusal) {
				if (!(refusal instanceof RateLimiterRes)) throw refusal;
				const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
				throw new DomainError('too_many_attempts', { seconds });
			}
		}
	};
}
