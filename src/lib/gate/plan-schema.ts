import type { DocumentSchema } from './document-schema.ts';

/** The closed list of what may stand in the plan document. */
export function planSchema(): DocumentSchema {
	return { roots: new Map(), follow: () => ({ review: () => undefined, destroy: () => undefined }) };
}
