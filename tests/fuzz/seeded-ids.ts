import type { SeededRandom } from './seeded-random.ts';

/**
 * Runs something with ids that follow from the seed: what asks the platform for random bytes, as the
 * board's verbs do for new keys, gets them from `random` meanwhile.
 */
export function withSeededIds<T>(random: SeededRandom, run: () => T): T {
	const seeded = (array: Uint8Array): Uint8Array => array.map(() => random.below(256));
	Object.defineProperty(crypto, 'getRandomValues', { configurable: true, value: seeded });
	try {
		return run();
	} finally {
		Reflect.deleteProperty(crypto, 'getRandomValues');
	}
}
