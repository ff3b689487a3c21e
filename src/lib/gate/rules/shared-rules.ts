import * as Y from 'yjs';
import { type DocumentRights, mayWriteDocument } from '../../domain/policy.ts';
import type { DocumentChanges } from '../changes/document-changes.ts';
import type { EntryChange, FieldChange, RootChange } from '../changes/incoming.ts';
import type { RootShape } from '../document-shape.ts';
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
		for (const root of changes.roots.values()) {
			this.reviewNumber(root);
			if (root.shape.kind === 'entries')
				for (const entry of root.entries.values()) reviewEntry(entry, root.shape);
		}
	}

	settle(): undefined {
		return undefined;
	}

	destroy(): void {
		return undefined;
	}

	private reviewNumber({ shape, type, entries, fields }: RootChange): void {
		if (shape.kind === 'entries') {
			const made = [...entries.values()].filter((entry) => entry.type === undefined).length;
			const most = shape.rows ? this.limits.rows : this.limits.entries;
			if (made > 0 && type._map.size + made > most) refuse('too-many-entries');
			return;
		}
		const made = [...fields.values()].filter((field) => field.tail === undefined).length;
		if (made > 0 && type._map.size + made > this.limits.members) refuse('too-many-values');
	}
}

/** A new entry comes with what it has from the beginning; texts are not made later and stay within their bound. */
function reviewEntry(entry: EntryChange, shape: RootShape & { kind: 'entries' }): void {
	for (const field of entry.fields.values())
		if (field.shape.kind === 'text') reviewText(field, field.shape.units ?? Infinity);
	if (entry.type !== undefined) return;
	for (const name of shape.whole ?? []) {
		const field = entry.fields.get(name);
		if (shape.field(name)?.kind === 'text') {
			if (field?.made === undefined) refuse('without-text');
		} else if (field?.value === undefined) refuse('without-action');
	}
}

function reviewText({ made, entry, tail, inserted, removed }: FieldChange, units: number): void {
	if (made !== undefined && entry?.type !== undefined) refuse('made-later');
	const text = tail?.content instanceof Y.ContentType ? tail.content.type : undefined;
	const before = text instanceof Y.Text ? text.length : 0;
	const after = before + inserted - removed;
	if (after > units && after > before) refuse('too-long');
}
