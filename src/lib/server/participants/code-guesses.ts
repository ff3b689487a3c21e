import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../../domain/errors.ts';

/** How many wrong codes are answered before the next one has to wait. Durations in seconds. */
export const GUESS_BUDGET = {
	/** One device; its owner compares the code with the screen again meanwhile. */
	device: { points: 10, duration: 5 * 60 },
	/**
	 * All devices together, since a guesser can drop the cookie that names the device. A room of 300 that
	 * mistypes three times each in a minute stays below it; at this pace the 887 million codes last 600 days.
	 */
	installation: { points: 1000, duration: 60 }
} as const;

type GuessBudget = Readonly<
	Record<keyof typeof GUESS_BUDGET, { readonly points: number; readonly duration: number }>
>;

/** Wrong join codes are counted by device and together, never by address: a whole room shares one. */
export interface CodeGuesses {
	/**
	 * Runs `look`, which tries a code, and counts it against `device` when it finds nothing. Attempts that
	 * run at once count from their start, so that a burst gets no more than one after the other would.
	 * Throws `too_many_attempts` (details: seconds until the next attempt) without running `look`.
	 */
	attempt<Found>(
		device: string,
		look: () => Promise<Found | undefined>
	): Promise<Found | undefined>;
}

/** The counts live in this process's memory: a restart forgets them, which gives a guesser little. */
export function newCodeGuesses(budget: GuessBudget = GUESS_BUDGET): CodeGuesses {
	const limiters = [
		{ limiter: new RateLimiterMemory(budget.device), keyOf: (device: string) => device },
		{ limiter: new RateLimiterMemory(budget.installation), keyOf: () => 'all' }
	];
	return {
		async attempt(device, look) {
			const taken: (() => Promise<unknown>)[] = [];
			const giveBack = () => Promise.all(taken.map((back) => back()));
			for (const { limiter, keyOf } of limiters) {
				try {
					await limiter.consume(keyOf(device));
				} catch (refusal) {
					await giveBack();
					if (!(refusal instanceof RateLimiterRes)) throw refusal;
					const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
					throw new DomainError('too_many_attempts', { seconds });
				}
				taken.push(() => limiter.reward(keyOf(device)));
			}
			try {
				const found = await look();
				if (found !== undefined) await giveBack();
				return found;
			} catch (thrown) {
				await giveBack();
				throw thrown;
			}
		}
	};
}
