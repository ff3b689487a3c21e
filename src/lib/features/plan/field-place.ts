import type { FieldKey } from '#lib/domain/plan/action-fields.ts';

/** The id of the place on the sheet where a field is filled. An action's axis follows from its objective. */
export function fieldPlace(field: FieldKey): string {
	return `sheet-${field === 'axis' ? 'strategic_objective' : field}`;
}
