import type { Actor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { INSTALLATION, type EventAction } from '../../domain/events/event.ts';
import { newId } from '../../domain/id.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import { requireLocalizedText } from '../../domain/text/localized-text.ts';
import { assertAllowed, canDo } from '../../domain/policy.ts';
import { MOROCCAN_REGIONS, REGION_LIMITS, type Region } from '../../domain/workshops/region.ts';
import type { RootDb, Trx } from '../db/database.ts';
import { recordEvent } from '../events/record-event.ts';
import * as repository from './region.repository.ts';

export type RegionService = ReturnType<typeof regionService>;

/** The regions that workshops and directors belong to. Rules [RG1] and [RG2]. */
export function regionService({ db }: { db: RootDb }) {
	return {
		/** Gives an empty installation Morocco's twelve regions; called once at each start. */
		async seed(): Promise<void> {
			await db.transaction().execute(async (trx) => {
				if ((await repository.listRegions(trx)).length > 0) return;
				await repository.insertRegions(trx, MOROCCAN_REGIONS);
				await record(trx, null, 'regions_seeded', INSTALLATION);
			});
		},

		/** Every region in its order. Their names are public, so anybody may ask. */
		list(): Promise<Region[]> {
			return repository.listRegions(db);
		},

		/** Adds one at the end and gives its id. Throws `text_empty`, `text_too_long`, `too_many_items`. */
		async add(actor: Actor, typed: LocalizedText): Promise<string> {
			assertAllowed(canDo(actor, 'manage_regions'));
			const name = requireLocalizedText(typed, REGION_LIMITS.name, 'name');
			const id = newId();
			await db.transaction().execute(async (trx) => {
				const regions = await repository.listRegions(trx);
				if (regions.length >= REGION_LIMITS.regions)
					throw new DomainError('too_many_items', { limit: REGION_LIMITS.regions });
				const position = (regions.at(-1)?.position ?? 0) + 1;
				await repository.insertRegions(trx, [{ id, name, position }]);
				await record(trx, actor, 'region_added', id);
			});
			return id;
		},

		/** Throws `not_found`, `text_empty`, `text_too_long`. */
		async rename(actor: Actor, id: string, typed: LocalizedText): Promise<void> {
			assertAllowed(canDo(actor, 'manage_regions'));
			const name = requireLocalizedText(typed, REGION_LIMITS.name, 'name');
			await db.transaction().execute(async (trx) => {
				await repository.renameRegion(trx, id, name);
				await record(trx, actor, 'region_renamed', id);
			});
		},

		/** Moves one a place up or down; at the end of the list nothing happens. Throws `not_found`. */
		async move(actor: Actor, id: string, direction: 'up' | 'down'): Promise<void> {
			assertAllowed(canDo(actor, 'manage_regions'));
			await db.transaction().execute(async (trx) => {
				const ids = (await repository.listRegions(trx)).map((region) => region.id);
				const from = ids.indexOf(id);
				if (from === -1) throw new DomainError('not_found');
				const to = Math.min(Math.max(from + (direction === 'up' ? -1 : 1), 0), ids.length - 1);
				if (to === from) return;
				ids.splice(to, 0, ...ids.splice(from, 1));
				for (const [index, region] of ids.entries())
					await repository.placeRegion(trx, region, index + 1);
				await record(trx, actor, 'region_moved', id);
			});
		}
	};
}

/** What was done to a region, or to all of them by the server itself. */
function record(
	trx: Trx,
	actor: Actor | null,
	action: EventAction,
	subjectId: string
): Promise<void> {
	return recordEvent(trx, { action, workshopId: null, actorId: actor?.id ?? null, subjectId });
}
