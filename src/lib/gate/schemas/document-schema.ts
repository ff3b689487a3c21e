import type * as Y from 'yjs';
import type { RootShape } from '../document-shape.ts';
import type { GateLimits } from '../gate-limits.ts';
import type { DocumentRules } from '../rules/document-rules.ts';

/** Everything that may stand in one kind of document. What is not named has no place. */
export interface DocumentSchema {
	readonly roots: ReadonlyMap<string, RootShape>;
	/** Starts to follow a document. */
	follow(doc: Y.Doc, limits: GateLimits): DocumentRules;
}
