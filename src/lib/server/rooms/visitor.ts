import type { Actor } from '../../domain/actor.ts';

/** Who a socket comes as, once its session was found good. */
export interface Visitor {
	readonly actor: Actor;
	readonly sessionHash: string;
	readonly acknowledges: boolean;
	/** Who the session stands for now; undefined once it is revoked. */
	current(): Promise<Actor | undefined>;
}
