import { DomainError } from '../../domain/errors.ts';
import type { StageBoard, Stage, StageView, Timer } from '../../domain/stage/stage.ts';
import type { StagePlace } from '../reads/stage-places.ts';
import type { Db, Trx } from '../db/database.ts';
import { fromJson, toJson } from '../db/json-column.ts';
import { countErasures } from '../reads/erasures.ts';
import { findActivityState } from '../reads/activity-state.ts';
import { getHallState } from '../reads/hall-state.ts';
import { lastDecision } from '../reads/late-notes.ts';
import { findNewestVote } from '../reads/newest-vote.ts';
import { listUnpublishedVotes } from '../reads/open-votes.ts';
import './stage.table.ts';

/** The id of a place's stage. */
export function stageIdOf({ workshopId, spaceId }: StagePlace): string {
	return spaceId ?? workshopId;
}

/** A stage as the rows say it, with the boards that `listBoards` finds. Throws `not_found`. */
export async function getStage(
	db: Db,
	place: StagePlace,
	listBoards: (hallOpen: boolean) => Promise<StageBoard[]>
): Promise<Stage> {
	const hall = await getHallState(db, place.workshopId);
	const row = await db
		.selectFrom('stage')
		.select(['activity_id', 'view', 'timer', 'version'])
		.where('id', '=', stageIdOf(place))
		.executeTakeFirst();
	const activityId = row?.activity_id ?? null;
	const vote = activityId === null ? undefined : await findNewestVote(db, activityId);
	return {
		hall,
		activityId,
		vote: vote ?? null,
		otherVotes: (await listUnpublishedVotes(db, place.workshopId)).filter(
			({ id }) => id !== vote?.id
		),
		view: row?.view ?? 'board',
		timer: row ? fromJson<Timer | null>(row.timer) : null,
		state: activityId === null ? null : await findActivityState(db, activityId),
		version: row?.version ?? 0,
		boards: await listBoards(hall === 'open'),
		lateDecision: await lastDecision(db, place.workshopId),
		erasures: await countErasures(db, place.workshopId)
	};
}

/**
 * Takes a stage for the rest of the transaction, at the version that was seen. Throws `stale` when it has
 * moved meanwhile: of two who press at once the second waits here and is told so.
 */
export async function holdStage(trx: Trx, place: StagePlace, seen: number): Promise<void> {
	await trx
		.insertInto('stage')
		.values({
			id: stageIdOf(place),
			workshop_id: place.workshopId,
			space_id: place.spaceId,
			activity_id: null,
			view: 'board',
			timer: toJson(null),
			version: 0
		})
		.onConflict((conflict) => conflict.column('id').doNothing())
		.execute();
	const held = await trx
		.updateTable('stage')
		.set({ version: seen + 1 })
		.where('id', '=', stageIdOf(place))
		.where('version', '=', seen)
		.executeTakeFirst();
	if (held.numUpdatedRows !== 1n) throw new DomainError('stale');
}

/** Moves on the stage that the transaction holds. */
export async function moveStage(
	trx: Trx,
	place: StagePlace,
	next: { activityId: string | null; view: StageView; timer: Timer | null }
): Promise<void> {
	await trx
		.updateTable('stage')
		.set({ activity_id: next.activityId, view: next.view, timer: toJson(next.timer) })
		.where('id', '=', stageIdOf(place))
		.execute();
}

/** Brings everybody to the hall: no room has a current activity of its own any more. */
export async function clearRooms(trx: Trx, workshopId: string): Promise<void> {
	await trx
		.updateTable('stage')
		.set((set) => ({
			activity_id: null,
			view: 'board',
			timer: toJson(null),
			version: set('version', '+', 1)
		}))
		.where('workshop_id', '=', workshopId)
		.where('space_id', 'is not', null)
		.where('activity_id', 'is not', null)
		.execute();
}
