import type { Organiser } from '../../domain/workshops/organiser.ts';
import type { Db } from '../db/database.ts';
import './organiser.table.ts';

/** Those who organise or support a workshop, in their order. */
export async function listOrganisers(db: Db, workshopId: string): Promise<Organiser[]> {
	const rows = await db
		.selectFrom('organiser')
		.selectAll()
		.where('workshop_id', '=', workshopId)
		.orderBy('position')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		name: row.name,
		role: row.role,
		logoId: row.logo_id,
		position: row.position
	}));
}

/** Puts this list in the place of the present one. */
export async function replaceOrganisers(
	db: Db,
	workshopId: string,
	organisers: readonly Organiser[]
): Promise<void> {
	await db.deleteFrom('organiser').where('workshop_id', '=', workshopId).execute();
	for (const organiser of organisers)
		await db
			.insertInto('organiser')
			.values({
				id: organiser.id,
				workshop_id: workshopId,
				name: organiser.name,
				role: organiser.role,
				logo_id: organiser.logoId,
				position: organiser.position
			})
			.execute();
}
