import { DomainError } from '../../domain/errors.ts';
import { networkOf } from '../auth/network-of.ts';
import { RequestPace, type PaceBudget } from '../auth/request-pace.ts';
import type { KnownDevices } from './known-devices.ts';

/** How many wrong passwords are answered before the next one has to wait. Durations in seconds. */
export const ATTEMPT_BUDGET = {
	/** One address tried from one device. */
	device: { points: 5, duration: 10 * 60 },
	/** One address from all strange devices together, since a guesser can drop the cookie that names one. */
	address: { points: 60, duration: 60 * 60 },
	/** All strange devices of one network. */
	network: { points: 8, duration: 4 },
	/** All strange devices together: each guess costs 19 MiB and some 30 ms of work. */
	installation: { points: 10, duration: 4 }
} as const;

type AttemptBudget = Readonly<Record<keyof typeof ATTEMPT_BUDGET, PaceBudget>>;

/** Who tries a password. */
export interface Browser {
	/** Names the device, as it says itself. */
	readonly device: string;
	/** Where it asks from: a hall shares one. */
	readonly address: string;
	/** What a device keeps on which somebody signed in before. */
	readonly known?: string | undefined;
}

/** An open session that is asked for its password once more: counted by the session alone. */
export interface OpenSession {
	/** The hash of its secret. */
	readonly session: string;
}

/** Guards passwords against guessing. */
export interface SignInAttempts {
	/**
	 * Runs `check` and counts it when it gives undefined; attempts that run at once count from their start.
	 * An open session and a device on which this address signed in before are held back by their own misses
	 * alone, however many others there are, and wait behind nobody; strange devices are checked one after the
	 * other, beside what the hall needs (`strange`). Throws `too_many_attempts` (details: seconds until the next
	 * attempt) without running `check`.
	 */
	attempt<Found>(
		email: string,
		asker: Browser | OpenSession,
		check: (strange: boolean) => Promise<Found | undefined>
	): Promise<Found | undefined>;
}

/** The counts live in this process's memory: a restart forgets them, which gives a guesser little. */
export function newSignInAttempts(
	devices: Pick<KnownDevices, 'recognise'>,
	budget: AttemptBudget = ATTEMPT_BUDGET
): SignInAttempts {
	const byDevice = new RequestPace(budget.device);
	const byAddress = new RequestPace(budget.address);
	const byNetwork = new RequestPace(budget.network);
	const together = new RequestPace(budget.installation);
	const strangers = new Line(budget.installation.points);
	return {
		async attempt(email, asker, check) {
			const isSession = 'session' in asker;
			const known = isSession ? asker.session : devices.recognise(asker.known, email);
			const shared =
				isSession || known !== undefined
					? []
					: ([
							[byAddress, email],
							[byNetwork, networkOf(asker.address)],
							[together, 'all']
						] as const);
			const pair = `${known ?? (isSession ? '' : asker.device)}:${email}`;
			const counted = [[byDevice, pair] as const, ...shared];
			// Whoever is held back by one of them uses up nothing that others need.
			for (const [pace, key] of counted) await pace.assertLeft(key);
			for (const [pace, key] of counted) await pace.take(key);
			const found = await (known === undefined ? strangers.wait(() => check(true)) : check(false));
			if (found === undefined) return undefined;
			await Promise.all([
				byDevice.forget(pair),
				...shared.map(([pace, key]) => pace.giveBack(key))
			]);
			return found;
		}
	};
}

/** Does one thing after the other, so that strangers' passwords take one processor at most. */
class Line {
	private last: Promise<unknown> = Promise.resolve();
	private waiting = 0;
	private readonly most: number;

	constructor(most: number) {
		this.most = most;
	}

	/** Throws `too_many_attempts` where too many wait already. */
	async wait<Result>(work: () => Promise<Result>): Promise<Result> {
		if (this.waiting >= this.most) throw new DomainError('too_many_attempts', { seconds: 1 });
		this.waiting++;
		const turn = this.last.then(work).finally(() => this.waiting--);
		this.last = turn.catch(() => undefined);
		return turn;
	}
}
