import { asNobody } from '../auth/as-nobody.ts';

/**
 * Joining once per person, although a phone may ask twice: a button pressed two times, or a request sent
 * again because its answer was lost on the way.
 */
export interface RepeatedJoins<Result> {
	/** Runs `join`, unless the same key succeeded or is under way: then that one's result is given. */
	once(key: string, join: () => Promise<Result>): Promise<Result>;
	/** From now on the same key joins anew, as on a phone that somebody else takes. */
	forget(key: string): void;
}

/** A success is remembered for `milliseconds`, a failure not at all. */
export function newRepeatedJoins<Result>(milliseconds = 60_000): RepeatedJoins<Result> {
	const joins = new Map<string, Promise<Result>>();
	return {
		once(key, join) {
			const known = joins.get(key);
			if (known) return known;
			const running = join();
			joins.set(key, running);
			const forgetThis = () => {
				if (joins.get(key) === running) joins.delete(key);
			};
			running.then(() => asNobody(() => setTimeout(forgetThis, milliseconds).unref()), forgetThis);
			return running;
		},
		forget(key) {
			joins.delete(key);
		}
	};
}
