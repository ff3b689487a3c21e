import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../../domain/errors.ts';
import { asNobody } from './as-nobody.ts';

/** So many in so many seconds. */
export interface PaceBudget {
	readonly points: number;
	readonly duration: number;
}

/** Keys that are counted at the same time: whoever makes up new ones costs no more memory than this. */
const MOST_KEYS = 10_000;

/**
 * How often something may be asked for, or missed; counted in this process's memory and forgotten by time, by
 * a restart, and where very many other keys came since.
 */
export class RequestPace {
	private readonly limiter: RateLimiterMemory;
	private readonly duration: number;
	/** The one that was counted longest ago first. */
	private readonly keys = new Set<string>();

	constructor(budget: PaceBudget) {
		this.limiter = new RateLimiterMemory(budget);
		this.duration = budget.duration;
	}

	/** Counts one more for `key`. Throws `too_many_attempts` (details: seconds until the next one). */
	async take(key: string): Promise<void> {
		refuse(await this.count(key));
	}

	/** As {@link take}, and counts nothing. */
	async assertLeft(key: string): Promise<void> {
		const known = await this.limiter.get(key);
		refuse(known && known.consumedPoints >= this.limiter.points ? this.secondsOf(known) : 0);
	}

	/** Counts one more for `key`. Gives the seconds until its time begins anew when that was too many, else 0. */
	async count(key: string): Promise<number> {
		this.keys.delete(key);
		this.keys.add(key);
		const [oldest] = this.keys;
		if (this.keys.size > MOST_KEYS && oldest !== undefined) await this.forget(oldest);
		try {
			// The limiter sets a timer for each key.
			await asNobody(() => this.limiter.consume(key));
			return 0;
		} catch (refusal) {
			if (!(refusal instanceof RateLimiterRes)) throw refusal;
			return this.secondsOf(refusal);
		}
	}

	/** Takes back one that was counted. */
	async giveBack(key: string): Promise<void> {
		await this.limiter.reward(key);
	}

	/** As if nothing had been counted for `key`. */
	async forget(key: string): Promise<void> {
		this.keys.delete(key);
		await this.limiter.delete(key);
	}

	/** Counts are forgotten by a timer, which no clock that is set back holds up; what is told is bounded here. */
	private secondsOf({ msBeforeNext }: RateLimiterRes): number {
		return Math.min(this.duration, Math.max(1, Math.ceil(msBeforeNext / 1000)));
	}
}

function refuse(seconds: number): void {
	if (seconds > 0) throw new DomainError('too_many_attempts', { seconds });
}
