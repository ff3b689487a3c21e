import type { ActivityKind } from '../../domain/activities/activities.ts';
import type { ActivitySetup } from '../../domain/activities/activity-setup.ts';
import { fromJson } from '../db/json-column.ts';

/** A stored activity's kind with its parameters, which were checked by that kind before they were stored. */
export function setupOf(row: {
	readonly kind: ActivityKind;
	readonly parameters: string;
}): ActivitySetup {
	return { kind: row.kind, parameters: fromJson(row.parameters) } as ActivitySetup;
}
