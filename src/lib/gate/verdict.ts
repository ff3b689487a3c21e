import type { ErrorCode } from '../domain/errors.ts';
import type { AgainReason, RefusalReason } from './refusal.ts';

/** What the gate says of one update. */
export type Verdict =
	/** Everything in it is known already. */
	| { readonly kind: 'nothing' }
	/** To be applied as it is here, never as it came; `clients` write for the first time and are bound to their actor. */
	| {
			readonly kind: 'accepted';
			readonly update: Uint8Array;
			readonly clients: readonly number[];
	  }
	/** It builds on what is not here: the client has to sync again. */
	| { readonly kind: 'again'; readonly reason: AgainReason }
	/** Nothing of it may be applied. `code` is what the person is told. */
	| { readonly kind: 'refused'; readonly reason: RefusalReason; readonly code: ErrorCode };
