import type { Actor } from '../../../domain/people/actor.ts';

/** Who a socket comes as, once its session was found good. */
export interface Visitor {
	readonly actor: Actor;
	/** Of the session's secret, or of a screen's token. */
	readonly sessionHash: string;
	readonly acknowledges: boolean;
}

/** Who stands behind sessions and screens now, by hash; those that were revoked are left out. */
export type FindVisitors = (hashes: readonly string[]) => Promise<ReadonlyMap<string, Actor>>;
