import { type DocumentRights, mayWriteDocument } from '../../domain/policy.ts';
import type { DocumentChanges } from '../changes/document-changes.ts';
import type { RootChange } from '../changes/incoming.ts';
import type { GateLimits } from '../gate-limits.ts';
import { refuse } from '../refusal.ts';
import type { DocumentRules } from './document-rules.ts';

/** Asks the policy about a document that a few people write as a whole, and bounds what it holds. */
export class SharedRules implements DocumentRules {
	private readonly limits: GateLimits;

	constructor(limits: GateLimits) {
		this.limits = limits;
	}

	review(changes: DocumentChanges, rights: DocumentRights): void {
		if (!mayWriteDocument(rights)) refuse('facilitators-only');
		for (const root of changes.roots.values()) this.reviewNumber(root);
	}

	destroy(): void {
		return undefined;
	}

	private reviewNumber({ shape, type, entries, fields }: RootChange): void {
		if (shape.kind === 'entries') {
			const made = [...entries.values()].filter((entry) => entry.type === undefined).length;
			if (made > 0 && type._map.size + made > this.limits.entries) refuse('too-many-entries');
			return;
		}
		const made = [...fields.values()].filter((field) => field.tail === undefined).length;
		if (made > 0 && type._map.size + made > this.limits.members) refuse('too-many-values');
	}
}
