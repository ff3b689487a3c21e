import { DomainError } from '../../domain/errors.ts';
import { networkOf } from '../auth/network-of.ts';
import { RequestPace, type PaceBudget } from '../auth/request-pace.ts';

/** How many wrong codes are answered at once before the answers to further ones take their time. */
export interface GuessBudget {
	/** One device; its owner compares the code with the screen again meanwhile. */
	readonly device: PaceBudget;
	/** One network, since a guesser can drop the cookie that names the device; a hall of 300 mistypes less. */
	readonly network: PaceBudget;
	/** Milliseconds that an answer takes then. */
	readonly pause: number;
	/** Answers that wait at the same time; who comes beside them is told to try later. */
	readonly waiting: number;
}

export const GUESS_BUDGET: GuessBudget = {
	device: { points: 10, duration: 5 * 60 },
	network: { points: 600, duration: 60 },
	pause: 2000,
	waiting: 500
};

/** Who tries a code. */
export interface Guesser {
	/** Names the device. */
	readonly device: string;
	/** Where it asks from: a hall shares one. */
	readonly address: string;
}

/**
 * Only wrong codes cost anything: a right one is found however many wrong ones came, from the same device too,
 * so that nobody can shut a hall's door by guessing.
 */
export interface CodeGuesses {
	/**
	 * Runs `look`, which tries a code, and counts a miss: over a budget its answer comes late. Throws
	 * `too_many_attempts` (details: seconds until it comes at once again) where too many wait already.
	 */
	attempt<Found>(
		guesser: Guesser,
		look: () => Promise<Found | undefined>
	): Promise<Found | undefined>;
}

export function newCodeGuesses(budget: GuessBudget = GUESS_BUDGET): CodeGuesses {
	const byDevice = new RequestPace(budget.device);
	const byNetwork = new RequestPace(budget.network);
	let waiting = 0;
	return {
		async attempt({ device, address }, look) {
			const found = await look();
			if (found !== undefined) return found;
			const seconds = Math.max(
				await byDevice.count(device),
				await byNetwork.count(networkOf(address))
			);
			if (seconds === 0) return undefined;
			if (waiting >= budget.waiting) throw new DomainError('too_many_attempts', { seconds });
			waiting++;
			await new Promise((resolve) => setTimeout(resolve, budget.pause));
			waiting--;
			return undefined;
		}
	};
}
