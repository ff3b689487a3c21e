import type { DocumentRights } from '../../domain/policy.ts';
import type { DocumentChanges } from '../changes/document-changes.ts';

/** Asks the policy about the changes of one document. */
export interface DocumentRules {
	/** Refuses unless whoever has `rights` may make all of the changes. */
	review(changes: DocumentChanges, rights: DocumentRights): void;
	destroy(): void;
}
