import type { ActivityKind } from '../../domain/activities/activities.ts';
import { writesPrivately, type ActivitySetup } from '../../domain/activities/activity-setup.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import '../agenda/activity.table.ts';

/** A stored activity's kind with its parameters, which were checked by that kind before they were stored. */
export function setupOf(row: {
	readonly kind: ActivityKind;
	readonly parameters: string;
}): ActivitySetup {
	return { kind: row.kind, parameters: fromJson(row.parameters) } as ActivitySetup;
}

/** True while nobody but their authors sees the notes of a stored activity. */
export function isUnrevealed(
	row: Parameters<typeof setupOf>[0] & { readonly revealed_at: number | null }
): boolean {
	return row.revealed_at === null && writesPrivately(setupOf(row));
}

/** The activities of a workshop whose notes nobody but their authors sees yet. */
export async function listUnrevealed(db: Db, workshopId: string): Promise<string[]> {
	const rows = await db
		.selectFrom('activity')
		.select(['id', 'kind', 'parameters', 'revealed_at'])
		.where('workshop_id', '=', workshopId)
		.where('revealed_at', 'is', null)
		.execute();
	return rows.filter(isUnrevealed).map(({ id }) => id);
}
