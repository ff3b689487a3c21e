import type { DocumentSchema } from './document-schema.ts';

/** The closed list of what may stand in the nobody document. */
export function nobodySchema(): DocumentSchema {
	return { roots: new Map(), follow: () => ({ review: () => undefined, destroy: () => undefined }) };
}
