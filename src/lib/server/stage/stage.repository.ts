import {
	collectsNotes,
	writesPrivately,
	type ActivitySetup
} from '../../domain/activities/activity-setup.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Stage, StageView, Timer } from '../../domain/stage/stage.ts';
import type { Db, Trx } from '../db/database.ts';
import { flag } from '../db/flag.ts';
import { fromJson, toJson } from '../db/json-column.ts';
import { isUnrevealed, setupOf } from '../reads/activity-setup.ts';
import { lastDecision } from '../reads/late-notes.ts';
import { findNewestVote } from '../reads/newest-vote.ts';
import './stage.table.ts';

/** The stage as the rows say it. Throws `not_found`. */
export async function getStage(db: Db, workshopId: string): Promise<Stage> {
	const workshop = await db
		.selectFrom('workshop')
		.leftJoin('stage', 'stage.workshop_id', 'workshop.id')
		.select(['workshop.state', 'stage.activity_id', 'stage.view', 'stage.timer', 'stage.version'])
		.where('workshop.id', '=', workshopId)
		.executeTakeFirst();
	if (!workshop) throw new DomainError('not_found');
	const opened = await db
		.selectFrom('activity')
		.select(['id', 'state', 'kind', 'parameters', 'revealed_at', 'locked'])
		.where('workshop_id', '=', workshopId)
		.where('opened_at', 'is not', null)
		.orderBy('position')
		.execute();
	const activityId = workshop.activity_id;
	const vote = activityId === null ? undefined : await findNewestVote(db, activityId);
	const current = opened.find(({ id }) => id === activityId);
	const writing = current?.state === 'open' && current.locked === 0;
	const unrevealed = opened.filter(isUnrevealed);
	return {
		hall: workshop.state,
		activityId,
		writing: writing && workshop.state === 'open',
		vote: vote ?? null,
		view: workshop.view ?? 'board',
		timer: workshop.timer === null ? null : fromJson<Timer | null>(workshop.timer),
		version: workshop.version ?? 0,
		visible: opened.map(({ id }) => id),
		unrevealed: unrevealed.map(({ id }) => id),
		locked: opened.filter(({ locked }) => locked === 1).map(({ id }) => id),
		lateDecision: await lastDecision(db, workshopId)
	};
}

/**
 * Takes the stage for the rest of the transaction, at the version that was seen. Throws `stale` when it
 * has moved meanwhile: of two who press at once the second waits here and is told so.
 */
export async function holdStage(trx: Trx, workshopId: string, seen: number): Promise<void> {
	await trx
		.insertInto('stage')
		.values({
			workshop_id: workshopId,
			activity_id: null,
			view: 'board',
			timer: toJson(null),
			version: 0
		})
		.onConflict((conflict) => conflict.column('workshop_id').doNothing())
		.execute();
	const held = await trx
		.updateTable('stage')
		.set({ version: seen + 1 })
		.where('workshop_id', '=', workshopId)
		.where('version', '=', seen)
		.executeTakeFirst();
	if (held.numUpdatedRows !== 1n) throw new DomainError('stale');
}

/** Moves on the stage that the transaction holds. */
export async function moveStage(
	trx: Trx,
	workshopId: string,
	next: { activityId: string | null; view: StageView; timer: Timer | null }
): Promise<void> {
	await trx
		.updateTable('stage')
		.set({ activity_id: next.activityId, view: next.view, timer: toJson(next.timer) })
		.where('workshop_id', '=', workshopId)
		.execute();
}

/** Opens an activity's board for writing, and remembers when it was first shown. */
export async function openActivity(
	db: Db,
	activityId: string,
	writing: boolean,
	at: number
): Promise<void> {
	await db
		.updateTable('activity')
		.set((set) => ({
			state: writing ? 'open' : 'closed',
			opened_at: set.fn.coalesce('opened_at', set.val(at))
		}))
		.where('id', '=', activityId)
		.execute();
}

/** Ends writing in every activity of the workshop that is open and gives their ids. */
export async function closeActivities(db: Db, workshopId: string): Promise<string[]> {
	const open = await db
		.selectFrom('activity')
		.select('id')
		.where('workshop_id', '=', workshopId)
		.where('state', '=', 'open')
		.execute();
	await db
		.updateTable('activity')
		.set({ state: 'closed' })
		.where('workshop_id', '=', workshopId)
		.where('state', '=', 'open')
		.execute();
	return open.map(({ id }) => id);
}

/**
 * Lets the private notes of an activity be shown from `at` on; it stays so. Throws `not_found` unless the
 * activity is of this workshop, was opened and collects private notes.
 */
export async function revealActivity(
	trx: Trx,
	workshopId: string,
	activityId: string,
	at: number
): Promise<void> {
	const { setup } = await getActivityFacts(trx, workshopId, activityId);
	const revealed = await trx
		.updateTable('activity')
		.set((set) => ({ revealed_at: set.fn.coalesce('revealed_at', set.val(at)) }))
		.where('id', '=', activityId)
		.where('opened_at', 'is not', null)
		.executeTakeFirst();
	if (!writesPrivately(setup) || revealed.numUpdatedRows !== 1n) throw new DomainError('not_found');
}

/** Locks a board or unlocks it. Throws `not_found` unless it is one of this workshop that was opened. */
export async function lockActivity(
	trx: Trx,
	workshopId: string,
	activityId: string,
	locked: boolean
): Promise<void> {
	const { setup } = await getActivityFacts(trx, workshopId, activityId);
	const changed = await trx
		.updateTable('activity')
		.set({ locked: flag(locked) })
		.where('id', '=', activityId)
		.where('opened_at', 'is not', null)
		.executeTakeFirst();
	if (!collectsNotes(setup) || changed.numUpdatedRows !== 1n) throw new DomainError('not_found');
}

/** What an activity is, and its duration. Throws `not_found` when it is not of this workshop. */
export async function getActivityFacts(
	db: Db,
	workshopId: string,
	activityId: string
): Promise<{ durationMinutes: number; setup: ActivitySetup }> {
	const row = await db
		.selectFrom('activity')
		.select(['duration_minutes', 'kind', 'parameters'])
		.where('id', '=', activityId)
		.where('workshop_id', '=', workshopId)
		.executeTakeFirst();
	if (!row) throw new DomainError('not_found');
	return { durationMinutes: row.duration_minutes, setup: setupOf(row) };
}
