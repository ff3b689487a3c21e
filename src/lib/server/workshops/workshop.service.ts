import type { AccountActor, Actor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import type { Admission } from '../../domain/people/admission.ts';
import { ANONYMITY_FLOOR } from '../../domain/people/anonymity-floor.ts';
import { plainEmail } from '../../domain/people/account.ts';
import { parseJoinCode } from '../../domain/people/join-code.ts';
import { assertAllowed, canDo, canInWorkshop, type WorkshopAction } from '../../domain/policy.ts';
import {
	blankBasics,
	requireBasics,
	type WorkshopBasics
} from '../../domain/workshops/workshop-basics.ts';
import { requireHallWifi, type HallWifi } from '../../domain/workshops/hall-wifi.ts';
import { ownTitles } from '../../domain/workshops/own-titles.ts';
import { canOpenHall } from '../../domain/workshops/preparation.ts';
import { spanOf, type WorkshopDay } from '../../domain/workshops/workshop-day.ts';
import type { Workshop } from '../../domain/workshops/workshop.ts';
import type { AgendaService } from '../agenda/agenda.service.ts';
import { createLink, DAY, revokeLinks } from '../auth/links.ts';
import type { CategoryService } from '../categories/category.service.ts';
import type { GroupingService } from '../clusters/grouping.service.ts';
import type { PlanService } from '../plans/plan.service.ts';
import type { RootDb, Trx } from '../db/database.ts';
import type { ToldGroupsService } from '../groups/told-groups.service.ts';
import type { OrganiserService } from '../organisers/organiser.service.ts';
import { findHallWifi, saveHallWifi } from './hall-wifi.repository.ts';
import { freshJoinCode } from './join-codes.ts';
import { getAnonymityFloor } from '../access/anonymity-floor.ts';
import { changeWorkshop, type OnWorkshopChanged } from '../access/change-workshop.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import type { EventAction, EventDetail } from '../../domain/events/event.ts';
import { recordEvent } from '../events/record-event.ts';
import {
	findFacilitatorByEmail,
	listFacilitators,
	type NamedFacilitator
} from '../reads/facilitators.ts';
import { listDays } from '../reads/days.ts';
import { listUnpublishedVotes } from '../reads/open-votes.ts';
import type { ScreenCodes } from '../auth/screen-codes.ts';
import { SHIPPED_TEMPLATES, type TemplateId } from '../templates/shipped-templates.ts';
import { listSummaries, type WorkshopSummary } from './workshop-summaries.ts';
import * as repository from './workshop.repository.ts';
import { timeNow } from '../time/clock.ts';

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
	/** True for the shipped example and for rehearsals. */
	readonly example?: boolean;
}

/** How long the projector's link works. */
export const SCREEN_LINK_LIFETIME = 60 * DAY;

/** How long a short code makes screens. */
export const SCREEN_CODE_LIFETIME = DAY;

export type WorkshopService = ReturnType<typeof workshopService>;

/** Workshops from their first title to the closed hall. Rules [WS1] to [WS9], [WI1] and [WI3]. */
export function workshopService(deps: {
	db: RootDb;
	groupings: Pick<GroupingService, 'makePlenary'>;
	plans: Pick<PlanService, 'make'>;
	agenda: AgendaService;
	categories: CategoryService;
	organisers: OrganiserService;
	toldGroups: Pick<ToldGroupsService, 'tellFigures'>;
	screenCodes: ScreenCodes;
	onWorkshopChanged: OnWorkshopChanged;
	/** The day begins: what was only tried before it goes. */
	onHallOpened: (actor: Actor, workshopId: string) => Promise<void>;
	/** Ends the sockets of the workshop's screens. */
	onScreensRevoked: (workshopId: string) => void;
}) {
	const { db, agenda, categories, organisers } = deps;

	async function assertMay(actor: Actor, action: WorkshopAction, id: string): Promise<void> {
		assertAllowed(canInWorkshop(actor, action, await getWorkshopAccess(db, id)));
	}

	async function change(
		{
			actor,
			action,
			id,
			version,
			detail
		}: {
			actor: Actor;
			action: EventAction;
			id: string;
			version: number;
			detail?: EventDetail;
		},
		work: (trx: Trx) => Promise<void>
	): Promise<Workshop> {
		await changeWorkshop(deps, id, version, async (trx) => {
			await work(trx);
			const event = { action, workshopId: id, actorId: actor.id, subjectId: id };
			await recordEvent(trx, { ...event, ...(detail && { detail }) });
		});
		return repository.getWorkshop(db, id);
	}

	/** What was done to the workshop, or to another subject of it. */
	function record(
		trx: Trx,
		actor: Actor,
		action: EventAction,
		workshopId: string,
		subjectId = workshopId
	): Promise<void> {
		return recordEvent(trx, { action, workshopId, actorId: actor.id, subjectId });
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
				const basics = requireBasics(await firstBasics(trx, wanted));
				const newDays = await firstDays(trx, origin, basics);
				const workshop: Workshop = {
					...basics,
					...spanOf([...newDays.values()]),
					days: [...newDays.values()],
					id,
					joinCode,
					state: 'preparing',
					joining: true,
					admission: await firstAdmission(trx, origin),
					example: wanted.example ?? false,
					anonymityFloor: await firstFloor(trx, origin),
					version: 1
				};
				await repository.insertWorkshop(trx, { workshop, leadId: actor.id, now: timeNow() });
				await deps.groupings.makePlenary(trx, id);
				await deps.plans.make(trx, id);
				if (origin.kind === 'template') {
					const template = SHIPPED_TEMPLATES[origin.template];
					await categories.insertAll(trx, id, template.categories);
					await agenda.insertAll(trx, id, template.activities);
				}
				if (origin.kind === 'copy') {
					await categories.insertAll(trx, id, await categories.listOf(trx, origin.workshopId));
					await agenda.copyAll(trx, origin.workshopId, id, newDays);
					await organisers.copyAll(trx, origin.workshopId, id);
				}
				const made = { action: 'workshop_made', workshopId: id, actorId: actor.id } as const;
				await recordEvent(trx, { ...made, subjectId: id, detail: { origin: origin.kind } });
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

		/**
		 * Saves title, objectives, framework, place, region, and the date and hours that the days span; the agenda's
		 * hours follow.
		 */
		async update(
			actor: Actor,
			id: string,
			version: number,
			basics: WorkshopBasics
		): Promise<Workshop> {
			await assertMay(actor, 'prepare', id);
			const checked = requireBasics(basics);
			return change({ actor, action: 'workshop_edited', id, version }, async (trx) => {
				await repository.updateBasics(trx, { ...checked, id });
				await repository.updateSpan(trx, await listDays(trx, id), checked);
				await agenda.reschedule(trx, id);
			});
		},

		/**
		 * Opens the hall: people can join. A closed one opens again, with another code when its own was
		 * given away. Throws `hall_without_categories` while nobody could say who they are.
		 */
		async openHall(actor: Actor, id: string, version: number): Promise<Workshop> {
			await assertMay(actor, 'run', id);
			const opened = await change({ actor, action: 'hall_opened', id, version }, async (trx) => {
				const workshop = await repository.getWorkshop(trx, id);
				const { length } = await categories.listOf(trx, id);
				if (!canOpenHall({ categories: length })) throw new DomainError('hall_without_categories');
				const taken = await repository.isJoinCodeTaken(trx, workshop.joinCode, id);
				const joinCode = taken ? await freshJoinCode(trx) : workshop.joinCode;
				await repository.setState(trx, id, 'open', joinCode, timeNow());
			});
			await deps.onHallOpened(actor, id);
			return opened;
		},

		/**
		 * Closes the hall: nobody joins or writes any more, the code is free again, and people and notes are told
		 * by groups. Throws `vote_open` while a vote is not published, which nobody would come back to.
		 */
		async closeHall(actor: Actor, id: string, version: number): Promise<Workshop> {
			await assertMay(actor, 'run', id);
			return change({ actor, action: 'hall_closed', id, version }, async (trx) => {
				if ((await listUnpublishedVotes(trx, id)).length > 0) throw new DomainError('vote_open');
				const workshop = await repository.getWorkshop(trx, id);
				const at = timeNow();
				await repository.setState(trx, id, 'closed', workshop.joinCode, at);
				await deps.toldGroups.tellFigures(trx, id, at);
			});
		},

		/** Another join code; the one before it no longer works. */
		async renewJoinCode(actor: Actor, id: string, version: number): Promise<Workshop> {
			await assertMay(actor, 'prepare', id);
			return change({ actor, action: 'join_code_renewed', id, version }, async (trx) =>
				repository.setJoinCode(trx, id, await freshJoinCode(trx))
			);
		},

		/**
		 * Says how people come in from now on: with the code alone, with a ticket, or by name. Who joined stays
		 * as they are.
		 */
		async setAdmission(
			actor: Actor,
			id: string,
			version: number,
			admission: Admission
		): Promise<Workshop> {
			await assertMay(actor, 'prepare', id);
			return change({ actor, action: 'admission_set', id, version, detail: { admission } }, (trx) =>
				repository.setAdmission(trx, id, admission)
			);
		},

		/** The Wi-Fi of the hall, for those who print it; null where nobody gave one. */
		async hallWifi(actor: Actor, id: string): Promise<HallWifi | null> {
			await assertMay(actor, 'prepare', id);
			return findHallWifi(db, id);
		},

		/** Says what the hall's Wi-Fi is from now on; without a name there is none. Throws what {@link requireHallWifi} does. */
		async setHallWifi(
			actor: Actor,
			id: string,
			version: number,
			wifi: HallWifi
		): Promise<Workshop> {
			await assertMay(actor, 'prepare', id);
			const checked = requireHallWifi(wifi);
			const detail = { given: checked !== null };
			return change({ actor, action: 'hall_wifi_set', id, version, detail }, (trx) =>
				saveHallWifi(trx, id, checked)
			);
		},

		/**
		 * Lets nobody new join while the hall stays open, or lets them again. Those who joined go on, and come
		 * in again.
		 */
		async setJoining(actor: Actor, id: string, joining: boolean): Promise<void> {
			await assertMay(actor, 'run', id);
			await db.transaction().execute(async (trx) => {
				await repository.setJoining(trx, id, joining);
				await record(trx, actor, joining ? 'joining_allowed' : 'joining_stopped', id);
			});
			await deps.onWorkshopChanged(id);
		},

		/**
		 * A new token for `/screen/<token>`, shown this once. Links made before go on working, since one of them may
		 * stand on the wall; with `replacing` they end, and so does the code.
		 */
		async createScreenLink(
			actor: Actor,
			id: string,
			{ replacing = false }: { readonly replacing?: boolean } = {}
		): Promise<string> {
			await assertMay(actor, 'run', id);
			const token = await db.transaction().execute(async (trx) => {
				if (replacing)
					for (const purpose of ['screen', 'screen_code'] as const)
						await revokeLinks(trx, purpose, id);
				await record(trx, actor, 'screen_link_made', id);
				return createLink(trx, {
					purpose: 'screen',
					workshopId: id,
					reusable: true,
					lifetime: SCREEN_LINK_LIFETIME
				});
			});
			if (replacing) deps.onScreensRevoked(id);
			return token;
		},

		/** A short code by which other computers become the hall's screen for a day; the one before it ends. */
		async createScreenCode(actor: Actor, id: string): Promise<string> {
			await assertMay(actor, 'run', id);
			const code = deps.screenCodes.fresh();
			await db.transaction().execute(async (trx) => {
				await revokeLinks(trx, 'screen_code', id);
				await record(trx, actor, 'screen_code_made', id);
				await createLink(trx, {
					purpose: 'screen_code',
					workshopId: id,
					token: deps.screenCodes.lookupOf(code),
					reusable: true,
					lifetime: SCREEN_CODE_LIFETIME
				});
			});
			return code;
		},

		/** Unguarded: takes a workshop away with the rows that are its own, for the service that takes the rest. */
		async remove(trx: Trx, id: string): Promise<void> {
			await repository.deleteWorkshop(trx, id);
		},

		/** Those named in the workshop, the lead first. */
		async facilitators(actor: Actor, id: string): Promise<NamedFacilitator[]> {
			await assertMay(actor, 'prepare', id);
			return listFacilitators(db, id);
		},

		/** Names a facilitator's account, by its address; `facilitator_unknown` when there is none. */
		async nameFacilitator(actor: Actor, id: string, email: string): Promise<void> {
			await assertMay(actor, 'prepare', id);
			const account = await findFacilitatorByEmail(db, plainEmail(email));
			if (!account) throw new DomainError('facilitator_unknown');
			await db.transaction().execute(async (trx) => {
				if (await repository.insertFacilitator(trx, id, account.id, false))
					await record(trx, actor, 'facilitator_named', id, account.id);
			});
		},

		/** Takes a co-facilitator's name off, which ends their open sockets. The lead stays. */
		async removeFacilitator(actor: Actor, id: string, accountId: string): Promise<void> {
			await assertMay(actor, 'prepare', id);
			await db.transaction().execute(async (trx) => {
				if (await repository.deleteCoFacilitator(trx, id, accountId))
					await record(trx, actor, 'facilitator_taken_off', id, accountId);
			});
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

/** A copy protects its people as the workshop did that it was taken from. */
async function firstFloor(trx: Trx, origin: WorkshopOrigin): Promise<number> {
	return origin.kind === 'copy' ? getAnonymityFloor(trx, origin.workshopId) : ANONYMITY_FLOOR.usual;
}

/** A copy lets people in as the workshop did that it was taken from. */
async function firstAdmission(trx: Trx, origin: WorkshopOrigin): Promise<Admission> {
	if (origin.kind !== 'copy') return 'open';
	return (await repository.getWorkshop(trx, origin.workshopId)).admission;
}

/**
 * The days of a new workshop, by the ids of those they are copied from: as many as there, without dates,
 * else one.
 */
async function firstDays(
	trx: Trx,
	origin: WorkshopOrigin,
	{ date, startTime, endTime }: WorkshopBasics
): Promise<ReadonlyMap<string, WorkshopDay>> {
	const days =
		origin.kind === 'copy'
			? await listDays(trx, origin.workshopId)
			: [{ id: '', date, startTime, endTime }];
	return new Map(
		days.map((day) => [
			day.id,
			{ ...day, id: newId(), date: origin.kind === 'copy' ? null : day.date }
		])
	);
}

/** What a new workshop begins with; a copy has no date yet. */
async function firstBasics(trx: Trx, { title, origin }: NewWorkshop): Promise<WorkshopBasics> {
	switch (origin.kind) {
		case 'blank':
			return blankBasics(title);
		case 'template': {
			const { basics } = SHIPPED_TEMPLATES[origin.template];
			return { ...basics, ...ownTitles(title, basics) };
		}
		case 'copy': {
			const copied = await repository.getWorkshop(trx, origin.workshopId);
			return {
				...copied,
				...ownTitles(title, copied),
				date: null,
				startTime: null,
				endTime: null
			};
		}
	}
}
