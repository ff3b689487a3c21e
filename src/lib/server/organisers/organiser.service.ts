import type { Actor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import type { Organiser } from '../../domain/workshops/organiser.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import { requireText } from '../../domain/text/text.ts';
import {
	ORGANISER_ROLES,
	WORKSHOP_LIMITS,
	type OrganiserRole
} from '../../domain/workshops/workshop.ts';
import type { Db, RootDb, Trx } from '../db/database.ts';
import type { FileService } from '../files/file.service.ts';
import { changeWorkshop, type OnWorkshopChanged } from '../access/change-workshop.ts';
import type { Picture } from '../files/picture.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { recordEvent } from '../events/record-event.ts';
import * as repository from './organiser.repository.ts';

/** An organiser as a facilitator gives it: `upload` is a new logo, `logoId` the one it keeps. */
export interface OrganiserDraft {
	readonly name: string;
	readonly role: OrganiserRole;
	readonly logoId: string | null;
	readonly upload?: Uint8Array;
}

export type OrganiserService = ReturnType<typeof organiserService>;

/** Organisers and partners with their logos. Rules [OR1] and [OR2]. */
export function organiserService(deps: {
	db: RootDb;
	files: FileService;
	onWorkshopChanged: OnWorkshopChanged;
}) {
	const { db, files } = deps;
	return {
		/** In their order, for whoever may see the workshop. */
		async list(actor: Actor, workshopId: string): Promise<Organiser[]> {
			const access = await getWorkshopAccess(db, workshopId);
			assertAllowed(canInWorkshop(actor, 'see_workshop', access));
			return repository.listOrganisers(db, workshopId);
		},

		/**
		 * Replaces the list, in the order given. Throws `stale`, `too_many_items`, what a name can lack,
		 * and what is wrong with a logo; then nothing is changed.
		 */
		async saveAll(
			actor: Actor,
			workshopId: string,
			version: number,
			drafts: readonly OrganiserDraft[]
		): Promise<Organiser[]> {
			const access = await getWorkshopAccess(db, workshopId);
			assertAllowed(canInWorkshop(actor, 'prepare', access));
			const checked = requireOrganisers(drafts);
			const pictures: (Picture | undefined)[] = [];
			// One by one: decoding a large one takes some memory.
			for (const { upload } of drafts)
				pictures.push(upload && (await files.requirePicture(upload)));
			await changeWorkshop(deps, workshopId, version, async (trx) => {
				const own = new Set(await files.idsOf(trx, workshopId));
				const organisers: Organiser[] = [];
				for (const [index, organiser] of checked.entries()) {
					const picture = pictures[index];
					const kept = organiser.logoId !== null && own.has(organiser.logoId);
					const logoId = picture
						? await files.store(trx, workshopId, picture)
						: kept
							? organiser.logoId
							: null;
					organisers.push({ ...organiser, logoId });
				}
				await repository.replaceOrganisers(trx, workshopId, organisers);
				const used = organisers.flatMap((organiser) => organiser.logoId ?? []);
				await files.removeUnused(trx, workshopId, used);
				const event = { action: 'organisers_saved', workshopId, actorId: actor.id } as const;
				const detail = { organisers: organisers.length };
				await recordEvent(trx, { ...event, subjectId: workshopId, detail });
			});
			return repository.listOrganisers(db, workshopId);
		},

		/** Unguarded: copies the organisers, logos included, into a workshop that is being made. */
		async copyAll(trx: Trx, fromId: string, toId: string): Promise<void> {
			const copies: Organiser[] = [];
			for (const organiser of await repository.listOrganisers(trx, fromId)) {
				const logoId =
					organiser.logoId === null ? null : await files.copy(trx, organiser.logoId, toId);
				copies.push({ ...organiser, id: newId(), logoId });
			}
			await repository.replaceOrganisers(trx, toId, copies);
		},

		/** Unguarded: for documents whose reader was checked. */
		listOf(trx: Db, workshopId: string): Promise<Organiser[]> {
			return repository.listOrganisers(trx, workshopId);
		}
	};
}

function requireOrganisers(drafts: readonly OrganiserDraft[]): Organiser[] {
	const limit = WORKSHOP_LIMITS.organisers;
	if (drafts.length > limit)
		throw new DomainError('too_many_items', { limit, count: drafts.length });
	return drafts.map((draft, index) => {
		if (!ORGANISER_ROLES.includes(draft.role))
			throw new DomainError('invalid_input', { field: 'role', item: index + 1 });
		return {
			id: newId(),
			name: requireText(draft.name, WORKSHOP_LIMITS.organiserName),
			role: draft.role,
			logoId: draft.logoId,
			position: index + 1
		};
	});
}
