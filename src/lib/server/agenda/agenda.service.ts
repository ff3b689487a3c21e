import type { Activity } from '../../domain/activities/activity.ts';
import { columnsOf } from '../../domain/activities/activity-setup.ts';
import {
	requireActivity,
	requireSameWriting,
	type ActivityDraft,
	type CheckedActivity
} from '../../domain/activities/activity-draft.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import { textIn } from '../../domain/text/locale.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import { startTimes } from '../../domain/activities/schedule.ts';
import { WORKSHOP_LIMITS } from '../../domain/workshops/workshop.ts';
import type { Db, RootDb, Trx } from '../db/database.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { reviseWorkshop } from '../access/workshop-revision.ts';
import { columnsWithNotes, hasHistory, hasUnrevealedNotes } from '../reads/activity-use.ts';
import { findFirstHour } from '../reads/first-hour.ts';
import * as repository from './activity.repository.ts';

export type AgendaService = ReturnType<typeof agendaService>;

/**
 * The agenda of a workshop. Each change names the workshop's version it was made on (else `stale`), and
 * the hours of all items follow from the workshop's first hour. Rules [AG1] to [AG7].
 */
export function agendaService(deps: {
	db: RootDb;
	onWorkshopChanged: (workshopId: string) => Promise<void> | void;
}) {
	const { db } = deps;

	async function assertMayPrepare(actor: Actor, workshopId: string): Promise<void> {
		const access = await getWorkshopAccess(db, workshopId);
		assertAllowed(canInWorkshop(actor, 'prepare', access));
	}

	async function change<Result>(
		workshopId: string,
		version: number,
		work: (trx: Trx) => Promise<Result>
	): Promise<Result> {
		const result = await db.transaction().execute(async (trx) => {
			await reviseWorkshop(trx, workshopId, version);
			const done = await work(trx);
			await reschedule(trx, workshopId);
			return done;
		});
		await deps.onWorkshopChanged(workshopId);
		return result;
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
			return change(workshopId, version, (trx) => insertAfter(trx, workshopId, item, afterId));
		},

		/**
		 * Throws `activity_in_use` (details: name) when a column that holds notes would go, and
		 * `writing_fixed` when the way of writing of an item that was opened would change.
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
				await repository.updateActivity(trx, activityId, item);
			});
		},

		/** Throws `activity_in_use` (details: name) once something was written or voted in it. */
		async remove(
			actor: Actor,
			workshopId: string,
			version: number,
			activityId: string
		): Promise<void> {
			await assertMayPrepare(actor, workshopId);
			await change(workshopId, version, async (trx) => {
				const present = await getOwn(trx, workshopId, activityId);
				const inUse = present.state === 'open' || (await hasHistory(trx, activityId));
				if (inUse) throw new DomainError('activity_in_use', { name: textIn(present.title, 'ar') });
				await repository.deleteActivity(trx, activityId);
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
				return insertAfter(trx, workshopId, present, activityId);
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
			});
		},

		/** Unguarded: the first agenda of a workshop that is being made, in its transaction. */
		async insertAll(trx: Trx, workshopId: string, drafts: readonly ActivityDraft[]): Promise<void> {
			for (const [index, draft] of drafts.entries())
				await repository.insertActivity(trx, {
					id: newId(),
					workshopId,
					draft: requireActivity(draft),
					position: index + 1
				});
			await reschedule(trx, workshopId);
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

async function insertAfter(
	trx: Trx,
	workshopId: string,
	draft: CheckedActivity,
	afterId: string | undefined
): Promise<string> {
	const present = await repository.listActivities(trx, workshopId);
	const limit = WORKSHOP_LIMITS.activities;
	if (present.length >= limit) throw new DomainError('too_many_items', { limit });
	const before = present.findIndex((activity) => activity.id === afterId);
	const at = before === -1 ? present.length : before + 1;
	for (const [index, activity] of present.entries())
		if (index >= at) await repository.placeActivity(trx, activity.id, index + 2, null);
	const id = newId();
	await repository.insertActivity(trx, { id, workshopId, draft, position: at + 1 });
	return id;
}

async function reschedule(trx: Trx, workshopId: string): Promise<void> {
	const activities = await repository.listActivities(trx, workshopId);
	const times = startTimes(
		await findFirstHour(trx, workshopId),
		activities.map((activity) => activity.durationMinutes)
	);
	for (const [index, activity] of activities.entries())
		await repository.placeActivity(trx, activity.id, index + 1, times[index] ?? null);
}
