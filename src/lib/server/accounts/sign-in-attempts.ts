import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../../domain/errors.ts';

/** How many wrong passwords are answered before the next one has to wait. Durations in seconds. */
export const ATTEMPT_BUDGET = {
	/** One address tried from one device. */
	device: { points: 5, duration: 10 * 60 },
	/** One address from all strange devices together, since a guesser can drop the cookie that names one. */
	address: { points: 60, duration: 60 * 60 },
	/** All strange devices together: each guess costs 19 MiB and some 30 ms of work. */
	installation: { points: 300, duration: 60 }
} as const;

type AttemptBudget = Readonly<
	Record<keyof typeof ATTEMPT_BUDGET, { readonly points: number; readonly duration: number }>
>;

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
	const byDevice = new RateLimiterMemory(budget.device);
	const byAddress = new RateLimiterMemory(budget.address);
	const together = new RateLimiterMemory(budget.installation);
	const known = new RateLimiterMemory({ points: 1, duration: ONE_DAY });
	return {
		async attempt(email, device, check) {
			const pair = `${device}:${email}`;
			const isKnown = (await known.get(pair)) !== null;
			// Together first: what a guesser makes up costs no memory once they are held back.
			if (!isKnown) await consume(together, 'all');
			await consume(byDevice, pair);
			if (!isKnown) await consume(byAddress, email);
			const found = await check();
			if (found === undefined) return undefined;
			await Promise.all([byDevice.delete(pair), known.set(pair, 1, ONE_DAY)]);
			if (!isKnown) await Promise.all([together.reward('all'), byAddress.reward(email)]);
			return found;
		}
	};
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
	try {
		await limiter.consume(key);
	} catch (refusal) {
		if (!(refusal instanceof RateLimiterRes)) throw refusal;
		const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
		throw new DomainError('too_many_attempts', { seconds });
	}
}
