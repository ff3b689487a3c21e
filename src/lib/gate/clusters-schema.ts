import type { DocumentSchema } from './document-schema.ts';

/** The closed list of what may stand in the clusters document. */
export function clustersSchema(): DocumentSchema {
	return { roots: new Map(), follow: () => ({ review: () => undefined, destroy: () => undefined }) };
}
