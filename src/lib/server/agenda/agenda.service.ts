import type { Activity } from '../../domain/activities/activity.ts';
import { columnsOf, isClusteredApart } from '../../domain/activities/activity-setup.ts';
import {
	requireActivity,
	requireSameWriting,
	type ActivityDraft,
	type CheckedActivity
} from '../../domain/activities/activity-draft.ts';
import { fitsState } from '../../domain/activities/activity-state.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import { textIn } from '../../domain/text/locale.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import { startTimes } from '../../domain/activities/schedule.ts';
import { WORKSHOP_LIMITS } from '../../domain/workshops/workshop.ts';
import type { BoardService } from '../boards/board.service.ts';
import type { GroupingService } from '../clusters/grouping.service.ts';
import type { Db, RootDb, Trx } from '../db/database.ts';
import { changeWorkshop, type OnWorkshopChanged } from '../access/change-workshop.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { recordEvent } from '../events/record-event.ts';
import { findActivityState } from '../reads/activity-state.ts';
import { columnsWithNotes, hasUnrevealedNotes, isInUse } from '../reads/activity-use.ts';
import { listDays } from '../reads/days.ts';
import * as repository from './activity.repository.ts';

export type AgendaService = ReturnType<typeof agendaService>;

/**
 * The agenda of a workshop. Each change names the workshop's version it was made on (else `stale`), and
 * the hours of all items follow from the first hour of their day. Rules [AG1] to [AG7].
 */
export function agendaService(deps: {
	db: RootDb;
	boards: Pick<BoardService, 'provide'>;
	groupings: Pick<GroupingService, 'setApart'>;
	onWorkshopChanged: OnWorkshopChanged;
}) {
	const { db, boards, groupings } = deps;

	async function assertMayPrepare(actor: Actor, workshopId: string): Promise<void> {
		const access = await getWorkshopAccess(db, workshopId);
		assertAllowed(canInWorkshop(actor, 'prepare', access));
	}

	function change<Result>(
		workshopId: string,
		version: number,
		work: (trx: Trx) => Promise<Result>
	): Promise<Result> {
		return changeWorkshop(deps, workshopId, version, async (trx) => {
			const result = await work(trx);
			await reschedule(trx, workshopId);
			return result;
		});
	}

	/** Stores a new item with its boards and gives its id. */
	async function insert(
		trx: Trx,
		workshopId: string,
		draft: CheckedActivity,
		place: ActivityPlace
	): Promise<string> {
		const id = newId();
		await repository.insertActivity(trx, { id, workshopId, draft, ...place });
		await boards.provide(trx, workshopId, id);
		await groupings.setApart(trx, workshopId, { ...draft, id }, isClusteredApart(draft));
		return id;
	}

	/** Adds an item right after `afterId`, else at the end, and remembers it. */
	async function insertAfter(
		trx: Trx,
		actor: Actor,
		workshopId: string,
		draft: CheckedActivity,
		afterId: string | undefined
	): Promise<string> {
		const id = await insert(trx, workshopId, draft, await makeRoom(trx, workshopId, afterId));
		const event = { action: 'activity_added', workshopId, actorId: actor.id } as const;
		await recordEvent(trx, { ...event, subjectId: id, detail: { kind: draft.kind } });
		return id;
	}

	/** The first items of a workshop that is being made. */
	async function insertInOrder(
		trx: Trx,
		workshopId: string,
		items: readonly { readonly draft: ActivityDraft; readonly dayId: string | null }[]
	): Promise<void> {
		for (const [index, { draft, dayId }] of items.entries())
			await insert(trx, workshopId, requireActivity(draft), { position: index + 1, dayId });
		await reschedule(trx, workshopId);
	}

	return {
		/** The agenda in its order, for whoever may see the workshop. */
		async list(actor: Actor, workshopId: string): Promise<Activity[]> {
			const access = await getWorkshopAccess(db, workshopId);
			assertAllowed(canInWorkshop(actor, 'see_workshop', access));
			return repository.listActivities(db, workshopId);
		},

		/** Adds an item at the end, or right after `afterId`, and gives its id. */
		async add(
			actor: Actor,
			workshopId: string,
			version: number,
			draft: ActivityDraft,
			afterId?: string
		): Promise<string> {
			await assertMayPrepare(actor, workshopId);
			const item = requireActivity(draft);
			return change(workshopId, version, (trx) =>
				insertAfter(trx, actor, workshopId, item, afterId)
			);
		},

		/**
		 * Throws `activity_in_use` (details: name) when a column that holds notes would go, or a grouping of
		 * its own that has clusters, or something that its state speaks of, and `writing_fixed` when the way of
		 * writing of an item that was opened would change.
		 */
		async edit(
			actor: Actor,
			workshopId: string,
			version: number,
			activityId: string,
			draft: ActivityDraft
		): Promise<void> {
			await assertMayPrepare(actor, workshopId);
			const item = requireActivity(draft);
			await change(workshopId, version, async (trx) => {
				const present = await getOwn(trx, workshopId, activityId);
				requireSameWriting(present, item);
				const kept = new Set(columnsOf(item).map((column) => column.id));
				const written = await columnsWithNotes(trx, activityId);
				// Which columns hold private notes is nobody's to know: they keep all of them.
				const hidden = await hasUnrevealedNotes(trx, activityId);
				const lost = columnsOf(present).find(
					({ id }) => (hidden || written.has(id)) && !kept.has(id)
				);
				if (lost) throw new DomainError('activity_in_use', { name: textIn(lost.name, 'ar') });
				const state = await findActivityState(trx, activityId);
				if (state !== null && !fitsState(item, state))
					throw new DomainError('activity_in_use', { name: textIn(present.title, 'ar') });
				await groupings.setApart(trx, workshopId, present, isClusteredApart(item));
				await repository.updateActivity(trx, activityId, item);
				const event = { action: 'activity_edited', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId: activityId });
			});
		},

		/** Throws `activity_in_use` (details: name) once something was written, voted or kept of it. */
		async remove(
			actor: Actor,
			workshopId: string,
			version: number,
			activityId: string
		): Promise<void> {
			await assertMayPrepare(actor, workshopId);
			await change(workshopId, version, async (trx) => {
				const present = await getOwn(trx, workshopId, activityId);
				if (await isInUse(trx, activityId))
					throw new DomainError('activity_in_use', { name: textIn(present.title, 'ar') });
				await repository.deleteActivity(trx, activityId);
				const event = { action: 'activity_removed', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId: activityId });
			});
		},

		/** A planned copy without notes, right after the item; gives its id. */
		async duplicate(
			actor: Actor,
			workshopId: string,
			version: number,
			activityId: string
		): Promise<string> {
			await assertMayPrepare(actor, workshopId);
			return change(workshopId, version, async (trx) => {
				const present = await getOwn(trx, workshopId, activityId);
				return insertAfter(trx, actor, workshopId, present, activityId);
			});
		},

		/** Puts the items in this order; each of them is named exactly once, else `invalid_input`. */
		async reorder(
			actor: Actor,
			workshopId: string,
			version: number,
			ids: readonly string[]
		): Promise<void> {
			await assertMayPrepare(actor, workshopId);
			await change(workshopId, version, async (trx) => {
				const present = await repository.listActivities(trx, workshopId);
				const known = new Set(present.map((activity) => activity.id));
				const named = new Set(ids);
				if (ids.length !== known.size || named.size !== known.size || !known.isSupersetOf(named))
					throw new DomainError('invalid_input', { field: 'order' });
				for (const [index, id] of ids.entries())
					await repository.placeActivity(trx, id, index + 1, null);
				const event = { action: 'agenda_reordered', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId: workshopId });
			});
		},

		/** Unguarded: the first agenda of a workshop that is being made, in its transaction, on its first day. */
		async insertAll(trx: Trx, workshopId: string, drafts: readonly ActivityDraft[]): Promise<void> {
			const [day] = await listDays(trx, workshopId);
			const dayId = day?.id ?? null;
			await insertInOrder(
				trx,
				workshopId,
				drafts.map((draft) => ({ draft, dayId }))
			);
		},

		/** Unguarded: the agenda of another workshop into one that is being made, each item on its day's copy. */
		async copyAll(
			trx: Trx,
			fromId: string,
			toId: string,
			days: ReadonlyMap<string, { readonly id: string }>
		): Promise<void> {
			const dayOf = await repository.daysOfActivities(trx, fromId);
			const activities = await repository.listActivities(trx, fromId);
			await insertInOrder(
				trx,
				toId,
				activities.map((activity) => ({
					draft: activity,
					dayId: days.get(dayOf.get(activity.id) ?? '')?.id ?? null
				}))
			);
		},

		/** Unguarded: for other services, which have checked the actor themselves. */
		listOf(trx: Db, workshopId: string): Promise<Activity[]> {
			return repository.listActivities(trx, workshopId);
		},

		/** Unguarded: computes the hours anew after the workshop's first hour changed. */
		reschedule
	};
}

async function getOwn(trx: Trx, workshopId: string, activityId: string): Promise<Activity> {
	const activity = await repository.getActivity(trx, activityId);
	if (activity.workshopId !== workshopId) throw new DomainError('not_found');
	return activity;
}

/** Where an agenda item stands. */
interface ActivityPlace {
	readonly position: number;
	readonly dayId: string | null;
}

/** Moves what follows `afterId` (or nothing) on by one, and gives the place that is free then. */
async function makeRoom(
	trx: Trx,
	workshopId: string,
	afterId: string | undefined
): Promise<ActivityPlace> {
	const present = await repository.listActivities(trx, workshopId);
	const limit = WORKSHOP_LIMITS.activities;
	if (present.length >= limit) throw new DomainError('too_many_items', { limit });
	const before = present.findIndex((activity) => activity.id === afterId);
	const at = before === -1 ? present.length : before + 1;
	for (const [index, activity] of present.entries())
		if (index >= at) await repository.placeActivity(trx, activity.id, index + 2, null);
	const dayId = await dayAfter(trx, workshopId, present[at - 1]?.id);
	return { position: at + 1, dayId };
}

/** The day of the item before, else the workshop's last one. */
async function dayAfter(
	trx: Trx,
	workshopId: string,
	before: string | undefined
): Promise<string | null> {
	const dayOf = await repository.daysOfActivities(trx, workshopId);
	return dayOf.get(before ?? '') ?? (await listDays(trx, workshopId)).at(-1)?.id ?? null;
}

/** Puts the items in the order of their days, and gives each day's the hours from its first one on. */
async function reschedule(trx: Trx, workshopId: string): Promise<void> {
	const days = await listDays(trx, workshopId);
	const dayOf = await repository.daysOfActivities(trx, workshopId);
	const byDay = Map.groupBy(
		await repository.listActivities(trx, workshopId),
		(activity) => dayOf.get(activity.id) ?? days[0]?.id
	);
	let position = 0;
	for (const day of days) {
		const activities = byDay.get(day.id) ?? [];
		const times = startTimes(
			day.startTime,
			activities.map((activity) => activity.durationMinutes)
		);
		for (const [index, activity] of activities.entries())
			await repository.placeActivity(trx, activity.id, ++position, times[index] ?? null);
	}
}
