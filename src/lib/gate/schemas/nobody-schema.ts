import type { DocumentSchema } from './document-schema.ts';

/** A document that clients read and nobody writes, as the stage: nothing has a place in it. */
export function nobodySchema(): DocumentSchema {
	return {
		roots: new Map(),
		follow: () => ({
			review: () => undefined,
			settle: () => undefined,
			destroy: () => undefined
		})
	};
}
