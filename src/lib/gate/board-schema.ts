import type { DocumentSchema } from './document-schema.ts';

/** The closed list of what may stand in the board document. */
export function boardSchema(): DocumentSchema {
	return { roots: new Map(), follow: () => ({ review: () => undefined, destroy: () => undefined }) };
}
