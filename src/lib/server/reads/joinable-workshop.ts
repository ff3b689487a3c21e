import type { Admission } from '../../domain/people/admission.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import type { WorkshopState } from '../../domain/workshops/workshop.ts';
import { spanOf } from '../../domain/workshops/workshop-day.ts';
import type { Db } from '../db/database.ts';
import { fromJson } from '../db/json-column.ts';
import '../categories/category.table.ts';
import '../regions/region.table.ts';
import '../workshops/workshop.table.ts';
import { listDays } from './days.ts';

/** What the join page shows of a workshop. */
export interface JoinableWorkshop {
	readonly id: string;
	readonly state: WorkshopState;
	/** New people may join while the hall is open. */
	readonly joining: boolean;
	readonly admission: Admission;
	readonly title: LocalizedText;
	/** YYYY-MM-DD or null. */
	readonly date: string | null;
	readonly regionName: LocalizedText | null;
	readonly example: boolean;
}

/**
 * The workshop that a code belongs to now, else the last closed one that had it: a code is unique only
 * among workshops that are not closed.
 */
export async function findWorkshopByCode(
	db: Db,
	code: string
): Promise<JoinableWorkshop | undefined> {
	const rows = await joinable(db)
		.where('workshop.join_code', '=', code)
		.orderBy('workshop.created_at', 'desc')
		.execute();
	const row = rows.find((candidate) => candidate.state !== 'closed') ?? rows[0];
	return row && toJoinable(db, row);
}

/** The workshop that a ticket is of. */
export async function findJoinableWorkshop(
	db: Db,
	id: string
): Promise<JoinableWorkshop | undefined> {
	const row = await joinable(db).where('workshop.id', '=', id).executeTakeFirst();
	return row && toJoinable(db, row);
}

function joinable(db: Db) {
	return db
		.selectFrom('workshop')
		.leftJoin('region', 'region.id', 'workshop.region_id')
		.select([
			'workshop.id',
			'workshop.state',
			'workshop.joining',
			'workshop.admission',
			'workshop.title',
			'workshop.example',
			'region.name as region_name'
		]);
}

type JoinableRow = Awaited<ReturnType<ReturnType<typeof joinable>['execute']>>[number];

async function toJoinable(db: Db, row: JoinableRow): Promise<JoinableWorkshop> {
	return {
		id: row.id,
		state: row.state,
		joining: row.joining === 1,
		admission: row.admission,
		title: fromJson<LocalizedText>(row.title),
		date: spanOf(await listDays(db, row.id)).date,
		regionName: row.region_name === null ? null : fromJson<LocalizedText>(row.region_name),
		example: row.example === 1
	};
}

/** The workshop's state as a transaction sees it, and whether the category is one of its own. */
export async function findJoinTarget(
	db: Db,
	workshopId: string,
	categoryId: string
): Promise<
	(Pick<JoinableWorkshop, 'state' | 'joining' | 'admission'> & { ownCategory: boolean }) | undefined
> {
	const row = await db
		.selectFrom('workshop')
		.leftJoin('category', (join) =>
			join.onRef('category.workshop_id', '=', 'workshop.id').on('category.id', '=', categoryId)
		)
		.select([
			'workshop.state',
			'workshop.joining',
			'workshop.admission',
			'category.id as category_id'
		])
		.where('workshop.id', '=', workshopId)
		.executeTakeFirst();
	return (
		row && {
			state: row.state,
			joining: row.joining === 1,
			admission: row.admission,
			ownCategory: row.category_id !== null
		}
	);
}
