import type { Selectable } from 'kysely';
import { DomainError } from '../../domain/errors.ts';
import type { Admission } from '../../domain/people/admission.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import type { Workshop, WorkshopState } from '../../domain/workshops/workshop.ts';
import {
	spanOf,
	type WorkshopDay,
	type WorkshopSpan
} from '../../domain/workshops/workshop-day.ts';
import type { Db } from '../db/database.ts';
import { flag } from '../db/flag.ts';
import { fromJson, toJson } from '../db/json-column.ts';
import { listDays } from '../reads/days.ts';
import './day.table.ts';
import './programme.table.ts';
import type { WorkshopTable } from './workshop.table.ts';

/** What {@link insertWorkshop} stores besides what stands in the workshop itself. */
export interface NewWorkshop {
	readonly workshop: Workshop;
	readonly leadId: string;
	readonly now: number;
}

export async function getWorkshop(db: Db, id: string): Promise<Workshop> {
	const row = await db.selectFrom('workshop').selectAll().where('id', '=', id).executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return toWorkshop(row, await listDays(db, id));
}

export async function insertWorkshop(
	db: Db,
	{ workshop, leadId, now }: NewWorkshop
): Promise<void> {
	await db
		.insertInto('workshop')
		.values({
			...basicsRow(workshop),
			id: workshop.id,
			join_code: workshop.joinCode,
			state: workshop.state,
			admission: workshop.admission,
			example: flag(workshop.example),
			anonymity_floor: workshop.anonymityFloor,
			opened_at: null,
			created_at: now,
			version: workshop.version
		})
		.execute();
	for (const [index, day] of workshop.days.entries())
		await db
			.insertInto('day')
			.values({ id: day.id, workshop_id: workshop.id, ...spanRow(day), position: index + 1 })
			.execute();
	await insertFacilitator(db, workshop.id, leadId, true);
}

/** Stores title, objectives, framework, place and region. */
export async function updateBasics(db: Db, workshop: WorkshopBasicsRow & { id: string }) {
	await db.updateTable('workshop').set(basicsRow(workshop)).where('id', '=', workshop.id).execute();
}

/** Gives the first of the days date and first hour of the span, and the last one its last hour. */
export async function updateSpan(
	db: Db,
	days: readonly WorkshopDay[],
	{ date, startTime, endTime }: WorkshopSpan
): Promise<void> {
	const set = (day: WorkshopDay | undefined, change: Partial<ReturnType<typeof spanRow>>) =>
		db
			.updateTable('day')
			.set(change)
			.where('id', '=', day?.id ?? '')
			.execute();
	await set(days[0], { date, start_time: startTime });
	await set(days.at(-1), { end_time: endTime });
}

function spanRow(span: WorkshopSpan) {
	return { date: span.date, start_time: span.startTime, end_time: span.endTime };
}

/** Opens or closes the hall; the first opening is remembered. */
export async function setState(
	db: Db,
	id: string,
	state: WorkshopState,
	joinCode: string,
	now: number
): Promise<void> {
	await db
		.updateTable('workshop')
		.set({ state, join_code: joinCode })
		.where('id', '=', id)
		.execute();
	if (state === 'open')
		await db
			.updateTable('workshop')
			.set({ opened_at: now })
			.where('id', '=', id)
			.where('opened_at', 'is', null)
			.execute();
}

/** Lets new people join from now on, or none. */
export async function setJoining(db: Db, id: string, joining: boolean): Promise<void> {
	await db
		.updateTable('workshop')
		.set({ joining: flag(joining) })
		.where('id', '=', id)
		.execute();
}

/** Says how people come in from now on. */
export async function setAdmission(db: Db, id: string, admission: Admission): Promise<void> {
	await db.updateTable('workshop').set({ admission }).where('id', '=', id).execute();
}

export async function setJoinCode(db: Db, id: string, joinCode: string): Promise<void> {
	await db.updateTable('workshop').set({ join_code: joinCode }).where('id', '=', id).execute();
}

/** Is the code one of a workshop that is not closed (other than `exceptId`)? */
export async function isJoinCodeTaken(
	db: Db,
	joinCode: string,
	exceptId?: string
): Promise<boolean> {
	const rows = await db
		.selectFrom('workshop')
		.select('id')
		.where('join_code', '=', joinCode)
		.where('state', '!=', 'closed')
		.execute();
	return rows.some((row) => row.id !== exceptId);
}

/** True when the account was not named in the workshop before. */
export async function insertFacilitator(
	db: Db,
	workshopId: string,
	accountId: string,
	lead: boolean
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('workshop_facilitator')
		.values({ workshop_id: workshopId, account_id: accountId, lead: flag(lead) })
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** Takes a co-facilitator's name off, and says whether it was there; the lead stays. */
export async function deleteCoFacilitator(
	db: Db,
	workshopId: string,
	accountId: string
): Promise<boolean> {
	const { numDeletedRows } = await db
		.deleteFrom('workshop_facilitator')
		.where('workshop_id', '=', workshopId)
		.where('account_id', '=', accountId)
		.where('lead', '=', 0)
		.executeTakeFirst();
	return numDeletedRows === 1n;
}

type WorkshopBasicsRow = Pick<
	Workshop,
	'title' | 'shortTitle' | 'framework' | 'objectives' | 'venue' | 'regionId'
>;

function basicsRow(workshop: WorkshopBasicsRow) {
	return {
		title: toJson(workshop.title),
		short_title: toJson(workshop.shortTitle),
		framework: toJson(workshop.framework),
		objectives: toJson(workshop.objectives),
		venue: toJson(workshop.venue),
		region_id: workshop.regionId
	};
}

/** A row as the domain knows it. */
export function toWorkshop(row: Selectable<WorkshopTable>, days: readonly WorkshopDay[]): Workshop {
	return {
		...spanOf(days),
		days,
		id: row.id,
		title: fromJson<LocalizedText>(row.title),
		shortTitle: fromJson<LocalizedText>(row.short_title),
		framework: fromJson<LocalizedText>(row.framework),
		objectives: fromJson<LocalizedText[]>(row.objectives),
		venue: fromJson<LocalizedText>(row.venue),
		regionId: row.region_id,
		joinCode: row.join_code,
		state: row.state,
		joining: row.joining === 1,
		admission: row.admission,
		example: row.example === 1,
		anonymityFloor: row.anonymity_floor,
		version: row.version
	};
}

/** Takes a workshop away, with all rows that are tied to it. */
export async function deleteWorkshop(db: Db, id: string): Promise<void> {
	await db.deleteFrom('workshop').where('id', '=', id).execute();
}
