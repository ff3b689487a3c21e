import type { AccountActor, Actor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import { parseJoinCode } from '../../domain/people/join-code.ts';
import { assertAllowed, canDo, canInWorkshop, type WorkshopAction } from '../../domain/policy.ts';
import {
	blankBasics,
	requireBasics,
	type WorkshopBasics
} from '../../domain/workshops/workshop-basics.ts';
import type { Workshop } from '../../domain/workshops/workshop.ts';
import type { AgendaService } from '../agenda/agenda.service.ts';
import { createLink, DAY, revokeLinks } from '../auth/links.ts';
import type { CategoryService } from '../categories/category.service.ts';
import type { RootDb, Trx } from '../db/database.ts';
import type { OrganiserService } from '../organisers/organiser.service.ts';
import { freshJoinCode } from './join-codes.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { reviseWorkshop } from '../access/workshop-revision.ts';
import {
	findFacilitatorByEmail,
	listFacilitators,
	type NamedFacilitator
} from '../reads/facilitators.ts';
import { hasOpenVote } from '../reads/open-votes.ts';
import { SHIPPED_TEMPLATES, type TemplateId } from '../templates/shipped-templates.ts';
import { listSummaries, type WorkshopSummary } from './workshop-summaries.ts';
import * as repository from './workshop.repository.ts';

/** Where a new workshop begins. A copy takes agenda, categories and organisers, and no notes. */
export type WorkshopOrigin =
	| { readonly kind: 'blank' }
	| { readonly kind: 'template'; readonly template: TemplateId }
	| { readonly kind: 'copy'; readonly workshopId: string };

export interface NewWorkshop {
	readonly title: WorkshopBasics['title'];
	readonly origin: WorkshopOrigin;
	/** Asked for by the shipped example; taken when it is free, else `invalid_input`. */
	readonly joinCode?: string;
	/** True for the shipped example alone. */
	readonly example?: boolean;
}

/** How long the projector's link works. */
export const SCREEN_LINK_LIFETIME = 60 * DAY;

/** Fewest people of a category for which it is shown beside a note. */
const ANONYMITY_FLOOR = 3;

export type WorkshopService = ReturnType<typeof workshopService>;

/** Workshops from their first title to the closed hall. Rules [WS1] to [WS9]. */
export function workshopService(deps: {
	db: RootDb;
	agenda: AgendaService;
	categories: CategoryService;
	organisers: OrganiserService;
	onWorkshopChanged: (workshopId: string) => Promise<void> | void;
	/** Ends the sockets of the workshop's screens. */
	onScreensRevoked: (workshopId: string) => void;
}) {
	const { db, agenda, categories, organisers } = deps;

	async function assertMay(actor: Actor, action: WorkshopAction, id: string): Promise<void> {
		assertAllowed(canInWorkshop(actor, action, await getWorkshopAccess(db, id)));
	}

	async function change(id: string, version: number, work: (trx: Trx) => Promise<void>) {
		await db.transaction().execute(async (trx) => {
			await reviseWorkshop(trx, id, version);
			await work(trx);
		});
		await deps.onWorkshopChanged(id);
		return repository.getWorkshop(db, id);
	}

	return {
		/** Makes a workshop in preparation, with a join code, whose lead is the actor. Gives its id. */
		async create(actor: Actor, wanted: NewWorkshop): Promise<string> {
			assertAllowed(canDo(actor, 'create_workshop'));
			const { origin } = wanted;
			if (origin.kind === 'copy') await assertMay(actor, 'prepare', origin.workshopId);
			const id = newId();
			await db.transaction().execute(async (trx) => {
				const joinCode = await joinCodeFor(trx, wanted.joinCode);
				const workshop: Workshop = {
					...requireBasics(await firstBasics(trx, wanted)),
					id,
					joinCode,
					state: 'preparing',
					joining: true,
					example: wanted.example ?? false,
					anonymityFloor: ANONYMITY_FLOOR,
					version: 1
				};
				await repository.insertWorkshop(trx, { workshop, leadId: actor.id, now: Date.now() });
				if (origin.kind === 'template') {
					const template = SHIPPED_TEMPLATES[origin.template];
					await categories.insertAll(trx, id, template.categories);
					await agenda.insertAll(trx, id, template.activities);
				}
				if (origin.kind === 'copy') {
					await categories.insertAll(trx, id, await categories.listOf(trx, origin.workshopId));
					await agenda.insertAll(trx, id, await agenda.listOf(trx, origin.workshopId));
					await organisers.copyAll(trx, origin.workshopId, id);
				}
			});
			return id;
		},

		/** For whoever may see the workshop. */
		async get(actor: Actor, id: string): Promise<Workshop> {
			await assertMay(actor, 'see_workshop', id);
			return repository.getWorkshop(db, id);
		},

		/** The workshops an account works with: those it is named in, or a director's opened ones. */
		list(actor: AccountActor): Promise<WorkshopSummary[]> {
			return listSummaries(db, actor);
		},

		/** Saves title, objectives, programme, date, place and region; the agenda's hours follow. */
		async update(
			actor: Actor,
			id: string,
			version: number,
			basics: WorkshopBasics
		): Promise<Workshop> {
			await assertMay(actor, 'prepare', id);
			const checked = requireBasics(basics);
			return change(id, version, async (trx) => {
				await repository.updateBasics(trx, { ...checked, id });
				await agenda.reschedule(trx, id);
			});
		},

		/**
		 * Opens the hall: people can join. A closed one opens again, with another code when its own was
		 * given away. Throws `hall_without_categories` while nobody could say who they are.
		 */
		async openHall(actor: Actor, id: string, version: number): Promise<Workshop> {
			await assertMay(actor, 'run', id);
			return change(id, version, async (trx) => {
				const workshop = await repository.getWorkshop(trx, id);
				if ((await categories.listOf(trx, id)).length === 0)
					throw new DomainError('hall_without_categories');
				const taken = await repository.isJoinCodeTaken(trx, workshop.joinCode, id);
				const joinCode = taken ? await freshJoinCode(trx) : workshop.joinCode;
				await repository.setState(trx, id, 'open', joinCode, Date.now());
			});
		},

		/** Closes the hall: nobody joins or writes any more, and the code is free again. */
		async closeHall(actor: Actor, id: string, version: number): Promise<Workshop> {
			await assertMay(actor, 'run', id);
			return change(id, version, async (trx) => {
				if (await hasOpenVote(trx, id)) throw new DomainError('vote_open');
				const workshop = await repository.getWorkshop(trx, id);
				await repository.setState(trx, id, 'closed', workshop.joinCode, Date.now());
			});
		},

		/** Another join code; the one before it no longer works. */
		async renewJoinCode(actor: Actor, id: string, version: number): Promise<Workshop> {
			await assertMay(actor, 'prepare', id);
			return change(id, version, async (trx) =>
				repository.setJoinCode(trx, id, await freshJoinCode(trx))
			);
		},

		/**
		 * Lets nobody new join while the hall stays open, or lets them again. Those who joined go on, and come
		 * in again.
		 */
		async setJoining(actor: Actor, id: string, joining: boolean): Promise<void> {
			await assertMay(actor, 'run', id);
			await repository.setJoining(db, id, joining);
			await deps.onWorkshopChanged(id);
		},

		/** A new token for `/screen/<token>`, shown this once; links made before no longer work. */
		async createScreenLink(actor: Actor, id: string): Promise<string> {
			await assertMay(actor, 'run', id);
			const token = await db.transaction().execute(async (trx) => {
				await revokeLinks(trx, 'screen', id);
				return createLink(trx, {
					purpose: 'screen',
					workshopId: id,
					reusable: true,
					lifetime: SCREEN_LINK_LIFETIME
				});
			});
			deps.onScreensRevoked(id);
			return token;
		},

		/** Those named in the workshop, the lead first. */
		async facilitators(actor: Actor, id: string): Promise<NamedFacilitator[]> {
			await assertMay(actor, 'prepare', id);
			return listFacilitators(db, id);
		},

		/** Names a facilitator's account, by its address; `facilitator_unknown` when there is none. */
		async nameFacilitator(actor: Actor, id: string, email: string): Promise<void> {
			await assertMay(actor, 'prepare', id);
			const account = await findFacilitatorByEmail(db, email.trim().toLowerCase());
			if (!account) throw new DomainError('facilitator_unknown');
			await repository.insertFacilitator(db, id, account.id, false);
		},

		/** Takes a co-facilitator's name off, which ends their open sockets. The lead stays. */
		async removeFacilitator(actor: Actor, id: string, accountId: string): Promise<void> {
			await assertMay(actor, 'prepare', id);
			await repository.deleteCoFacilitator(db, id, accountId);
			await deps.onWorkshopChanged(id);
		}
	};
}

async function joinCodeFor(trx: Trx, wanted: string | undefined): Promise<string> {
	if (wanted === undefined) return freshJoinCode(trx);
	const code = parseJoinCode(wanted);
	if (code === undefined || (await repository.isJoinCodeTaken(trx, code)))
		throw new DomainError('invalid_input', { field: 'joinCode' });
	return code;
}

/** What a new workshop begins with; a copy has no date yet. */
async function firstBasics(trx: Trx, { title, origin }: NewWorkshop): Promise<WorkshopBasics> {
	switch (origin.kind) {
		case 'blank':
			return blankBasics(title);
		case 'template':
			return { ...SHIPPED_TEMPLATES[origin.template].basics, title };
		case 'copy':
			return { ...(await repository.getWorkshop(trx, origin.workshopId)), title, date: null };
	}
}
