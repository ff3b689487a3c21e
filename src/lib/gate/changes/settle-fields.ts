import type { GateLimits } from '../gate-limits.ts';
import { refuse } from '../refusal.ts';
import type { DocumentChanges } from './document-changes.ts';
import type { FieldChange } from './incoming.ts';
import { standingStruct } from './standing-value.ts';
import { refuseImpossibleNeighbours } from './text-order.ts';

/** Bounds what is written to each field, and refuses what would leave one that keeps a value without one. */
export function settleFields(changes: DocumentChanges, limits: GateLimits): void {
	for (const root of changes.roots.values()) {
		for (const field of root.fields.values()) settle(field, limits);
		for (const entry of root.entries.values())
			for (const field of entry.fields.values()) settle(field, limits);
	}
}

function settle(field: FieldChange, limits: GateLimits): void {
	const { shape, written } = field;
	if (shape.kind === 'value' && written.length > limits.writesPerField) refuse('too-many-writes');
	if (shape.kind === 'text') refuseImpossibleNeighbours(field);
	if (shape.kind === 'text' || (shape.kept !== true && shape.once !== true)) return;
	if (written.length === 0) return;
	const standing = standingStruct(field);
	if (standing === undefined) return;
	if (standing.content.kind !== 'values') refuse('emptied');
	field.value = standing.content.values.at(-1);
}
