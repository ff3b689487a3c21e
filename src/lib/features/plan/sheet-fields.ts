import { FIELD_KEYS, isRequired, type FieldKey } from '#lib/domain/plan/action-fields.ts';
import type { Action } from '#lib/domain/plan/action-plan.ts';
import { isFilled } from '#lib/domain/plan/parse-action.ts';

/** Fields that have a place of their own on the sheet, or in its margin, whether they are filled or not. */
const PLACED: ReadonlySet<FieldKey> = new Set([
	'code',
	'axis',
	'strategic_objective',
	'title',
	'cost',
	'financing',
	'available',
	'priority',
	'status',
	'provenance'
]);

/** Fields that stand on the sheet as rows: those that readiness asks for, those that were filled, those that were opened. */
export function fieldsOnSheet(action: Action, opened: ReadonlySet<FieldKey>): FieldKey[] {
	return FIELD_KEYS.filter(
		(key) => !PLACED.has(key) && (isRequired(key) || isFilled(action, key) || opened.has(key))
	);
}

/** Fields that nobody has filled and that take no room: "add a field" offers them. */
export function fieldsToAdd(action: Action, opened: ReadonlySet<FieldKey>): FieldKey[] {
	const shown = new Set(fieldsOnSheet(action, opened));
	return FIELD_KEYS.filter((key) => !PLACED.has(key) && !shown.has(key));
}
