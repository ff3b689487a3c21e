import type { Actor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import { textIn, type LocalizedText } from '../../domain/text/locale.ts';
import { requireLocalizedText } from '../../domain/text/localized-text.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import type { StakeholderCategory } from '../../domain/people/stakeholder-category.ts';
import { WORKSHOP_LIMITS } from '../../domain/workshops/workshop.ts';
import type { Db, RootDb, Trx } from '../db/database.ts';
import { setAnonymityFloor } from '../access/anonymity-floor.ts';
import { changeWorkshop, type OnWorkshopChanged } from '../access/change-workshop.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { recordEvent } from '../events/record-event.ts';
import { countEverJoined } from '../reads/categories-in-use.ts';
import { listCategories } from '../reads/categories.ts';
import * as repository from './category.repository.ts';

/** A category as a facilitator gives it. Without an `id` it is a new one. */
export interface CategoryDraft {
	readonly id?: string;
	readonly name: LocalizedText;
	readonly expected: number;
	readonly observing: boolean;
}

export type CategoryService = ReturnType<typeof categoryService>;

/** The declared groups of those concerned. Rules [CA1] to [CA5]. */
export function categoryService(deps: { db: RootDb; onWorkshopChanged: OnWorkshopChanged }) {
	const { db } = deps;
	return {
		/** A workshop's categories in their order, for whoever may see the workshop. */
		async list(actor: Actor, workshopId: string): Promise<StakeholderCategory[]> {
			const access = await getWorkshopAccess(db, workshopId);
			assertAllowed(canInWorkshop(actor, 'see_workshop', access));
			return listCategories(db, workshopId);
		},

		/**
		 * Replaces the list: drafts with an id are changed, those without are added, categories that are
		 * not among them go, in the order given. Throws `stale`, `category_in_use` (details: name,
		 * people) for one that people joined in, `too_many_items`, and what a name can lack. With `floor`
		 * the workshop's floor of anonymity too; throws what `requireAnonymityFloor` does.
		 */
		async saveAll(
			actor: Actor,
			workshopId: string,
			version: number,
			drafts: readonly CategoryDraft[],
			floor?: number
		): Promise<StakeholderCategory[]> {
			const access = await getWorkshopAccess(db, workshopId);
			assertAllowed(canInWorkshop(actor, 'prepare', access));
			const wanted = requireCategories(drafts);
			await changeWorkshop(deps, workshopId, version, async (trx) => {
				await replaceAll(trx, workshopId, wanted);
				if (floor !== undefined) await setAnonymityFloor(trx, workshopId, floor);
				const event = { action: 'categories_saved', workshopId, actorId: actor.id } as const;
				const detail = { categories: wanted.length, ...(floor !== undefined && { floor }) };
				await recordEvent(trx, { ...event, subjectId: workshopId, detail });
			});
			return listCategories(db, workshopId);
		},

		/** Unguarded: the first categories of a workshop that is being made, in its transaction. */
		async insertAll(
			trx: Trx,
			workshopId: string,
			drafts: readonly Omit<CategoryDraft, 'id'>[]
		): Promise<void> {
			for (const category of requireCategories(drafts))
				await repository.insertCategory(trx, workshopId, { ...category, id: newId() });
		},

		/** Unguarded: for a page that anyone with the join code sees, and for copying. */
		listOf(trx: Db, workshopId: string): Promise<StakeholderCategory[]> {
			return listCategories(trx, workshopId);
		}
	};
}

async function replaceAll(
	trx: Trx,
	workshopId: string,
	wanted: readonly StakeholderCategory[]
): Promise<void> {
	const present = await listCategories(trx, workshopId);
	const people = await countEverJoined(trx, workshopId);
	const known = new Set(present.map((category) => category.id));
	const kept = new Set(wanted.map((category) => category.id));
	for (const category of present) {
		if (kept.has(category.id)) continue;
		const count = people.get(category.id) ?? 0;
		if (count > 0)
			throw new DomainError('category_in_use', {
				name: textIn(category.name, 'ar'),
				people: count
			});
		await repository.deleteCategory(trx, workshopId, category.id);
	}
	for (const category of wanted) {
		if (known.has(category.id)) await repository.updateCategory(trx, workshopId, category);
		else await repository.insertCategory(trx, workshopId, { ...category, id: newId() });
	}
}

/** Checks names, numbers and how many there are, and gives each its place. */
function requireCategories(drafts: readonly CategoryDraft[]): StakeholderCategory[] {
	const limit = WORKSHOP_LIMITS.categories;
	if (drafts.length > limit)
		throw new DomainError('too_many_items', { limit, count: drafts.length });
	return drafts.map((draft, index) => {
		const { expected } = draft;
		if (!Number.isInteger(expected) || expected < 0 || expected > WORKSHOP_LIMITS.expected)
			throw new DomainError('invalid_input', { field: 'expected', item: index + 1 });
		return {
			id: draft.id ?? newId(),
			name: requireLocalizedText(draft.name, WORKSHOP_LIMITS.categoryName, 'name'),
			expected,
			observing: draft.observing,
			position: index + 1
		};
	});
}
