import type { Ground } from './ground.ts';

/** How hard an attack is played: the short form stands in every test run. */
export type Force = 'short' | 'whole';

/** One attack of docs/security.md, played against a running server. */
export interface Play {
	/** As in docs/security.md: `AK1`. */
	readonly id: string;
	/** What is done, and what has to go on meanwhile. */
	readonly what: string;
	/** Plays it; gives what broke, in words, and nothing when all held. */
	run(ground: Ground, force: Force): Promise<readonly string[]>;
}
