import type { TimeSpan } from '../../domain/boards/note-times.ts';
import type { DocumentRights } from '../../domain/policy.ts';
import type { DocumentChanges } from '../changes/document-changes.ts';

/** Asks the policy about the changes of one document. */
export interface DocumentRules {
	/** Refuses unless whoever has `rights` may make all of the changes. */
	review(changes: DocumentChanges, rights: DocumentRights): void;
	/**
	 * What the server has to add to the update that was reviewed last, once that is applied, so that nothing
	 * in it is believed that the server knows: to be called within a transaction of the document. It was
	 * written within `span`. Undefined for nothing.
	 */
	settle(rights: DocumentRights, span: TimeSpan): (() => void) | undefined;
	destroy(): void;
}
