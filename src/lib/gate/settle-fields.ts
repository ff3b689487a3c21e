import type { DocumentChanges, FieldChange } from './document-changes.ts';
import { standingStruct } from './standing-value.ts';
import { refuse } from './refusal.ts';

/** Refuses what would leave a field that keeps a value without one. */
export function settleFields(changes: DocumentChanges): void {
	for (const root of changes.roots.values()) {
		for (const field of root.fields.values()) settle(field);
		for (const entry of root.entries.values())
			for (const field of entry.fields.values()) settle(field);
	}
}

function settle(field: FieldChange): void {
	const { shape, written } = field;
	if (shape.kind === 'text' || (shape.kept !== true && shape.once !== true)) return;
	if (written.length === 0) return;
	const standing = standingStruct(field);
	if (standing === undefined) return;
	if (standing.content.kind !== 'values') refuse('emptied');
	field.value = standing.content.values.at(-1);
}
