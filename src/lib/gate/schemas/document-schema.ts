import type * as Y from 'yjs';
import type { DocumentRights } from '../../domain/policy.ts';
import type { DocumentChanges } from '../changes/document-changes.ts';
import type { GateLimits } from '../gate-limits.ts';

/** A field of an entry, or a key of a root that holds values. */
export type FieldShape =
	| {
			readonly kind: 'value';
			/** True for every value that may ever stand there. */
			accepts(value: unknown): boolean;
			/** Once it has a value it keeps one: it is overwritten, never taken out. */
			readonly kept?: boolean;
			/** It is written with its entry and never again. */
			readonly once?: boolean;
	  }
	/** A Y.Text of plain characters, made with its entry and never replaced. */
	| { readonly kind: 'text' };

/** A root map: of entries, which are maps of fields, or of values. */
export type RootShape =
	| {
			readonly kind: 'entries';
			isKey(key: string): boolean;
			/** The field of that name, undefined when there is none. */
			field(name: string): FieldShape | undefined;
	  }
	| {
			readonly kind: 'values';
			/** What may stand at that key, undefined when nothing may. */
			field(key: string): FieldShape | undefined;
	  };

/** Everything that may stand in one kind of document. What is not named has no place. */
export interface DocumentSchema {
	readonly roots: ReadonlyMap<string, RootShape>;
	/** Starts to follow a document. */
	follow(doc: Y.Doc, limits: GateLimits): DocumentRules;
}

/** Asks the policy about the changes of one document. */
export interface DocumentRules {
	/** Refuses unless whoever has `rights` may make all of the changes. */
	review(changes: DocumentChanges, rights: DocumentRights): void;
	destroy(): void;
}
