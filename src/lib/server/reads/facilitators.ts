import '../accounts/account.table.ts';
import type { Db } from '../db/database.ts';
import '../workshops/workshop.table.ts';

/** A facilitator named in a workshop; the lead made it and stays. */
export interface NamedFacilitator {
	readonly id: string;
	readonly name: string;
	readonly email: string;
	readonly lead: boolean;
}

/** Those named in a workshop, the lead first. */
export async function listFacilitators(db: Db, workshopId: string): Promise<NamedFacilitator[]> {
	const rows = await db
		.selectFrom('workshop_facilitator')
		.innerJoin('account', 'account.id', 'workshop_facilitator.account_id')
		.select(['account.id', 'account.name', 'account.email', 'workshop_facilitator.lead'])
		.where('workshop_facilitator.workshop_id', '=', workshopId)
		.orderBy('workshop_facilitator.lead', 'desc')
		.orderBy('account.name')
		.execute();
	return rows.map((row) => ({ ...row, lead: row.lead === 1 }));
}

/** The facilitator account behind an address, or undefined when there is none that may sign in. */
export async function findFacilitatorByEmail(
	db: Db,
	email: string
): Promise<{ id: string } | undefined> {
	return db
		.selectFrom('account')
		.select('id')
		.where('email', '=', email)
		.where('role', '=', 'facilitator')
		.where('disabled_at', 'is', null)
		.executeTakeFirst();
}
