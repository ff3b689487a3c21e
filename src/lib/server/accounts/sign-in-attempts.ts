import { RateLimiterMemory } from 'rate-limiter-flexible';
import { RequestPace, type PaceBudget } from '../auth/request-pace.ts';

/** How many wrong passwords are answered before the next one has to wait. Durations in seconds. */
export const ATTEMPT_BUDGET = {
	/** One address tried from one device. */
	device: { points: 5, duration: 10 * 60 },
	/** One address from all strange devices together, since a guesser can drop the cookie that names one. */
	address: { points: 60, duration: 60 * 60 },
	/** All strange devices together: each guess costs 19 MiB and some 30 ms of work. */
	installation: { points: 300, duration: 60 }
} as const;

type AttemptBudget = Readonly<Record<keyof typeof ATTEMPT_BUDGET, PaceBudget>>;

const ONE_DAY = 24 * 60 * 60;

/** Guards passwords against guessing. */
export interface SignInAttempts {
	/**
	 * Runs `check` and counts it when it gives undefined; attempts that run at once count from their start.
	 * A device that was right within a day is held back by its own misses alone, however many others there are.
	 * Throws `too_many_attempts` (details: seconds until the next attempt) without running `check`.
	 */
	attempt<Found>(
		email: string,
		device: string,
		check: () => Promise<Found | undefined>
	): Promise<Found | undefined>;
}

/** The counts live in this process's memory: a restart forgets them, which gives a guesser little. */
export function newSignInAttempts(budget: AttemptBudget = ATTEMPT_BUDGET): SignInAttempts {
	const byDevice = new RequestPace(budget.device);
	const byAddress = new RequestPace(budget.address);
	const together = new RequestPace(budget.installation);
	const known = new RateLimiterMemory({ points: 1, duration: ONE_DAY });
	return {
		async attempt(email, device, check) {
			const pair = `${device}:${email}`;
			const isKnown = (await known.get(pair)) !== null;
			const shared = isKnown
				? []
				: ([
						[byAddress, email],
						[together, 'all']
					] as const);
			const counted = [[byDevice, pair] as const, ...shared];
			// Whoever is held back by one of them uses up nothing that others need.
			for (const [pace, key] of counted) await pace.assertLeft(key);
			for (const [pace, key] of counted) await pace.take(key);
			const found = await check();
			if (found === undefined) return undefined;
			await Promise.all([
				byDevice.forget(pair),
				known.set(pair, 1, ONE_DAY),
				...shared.map(([pace, key]) => pace.giveBack(key))
			]);
			return found;
		}
	};
}
