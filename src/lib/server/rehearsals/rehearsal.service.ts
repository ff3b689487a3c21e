import { m } from '#lib/paraglide/messages.js';
import { addNote } from '../../board/board-doc.ts';
import {
	collectsNotes,
	columnsOf,
	writesPrivately
} from '../../domain/activities/activity-setup.ts';
import { isEmptyBallot } from '../../domain/ballots/ballot.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Actor, GuestActor } from '../../domain/people/actor.ts';
import { assertAllowed, canInWorkshop, type WorkshopAction } from '../../domain/policy.ts';
import { boardFor, isWritable } from '../../domain/stage/stage.ts';
import { LOCALES, type Locale, type LocalizedText } from '../../domain/text/locale.ts';
import { canOpenHall } from '../../domain/workshops/preparation.ts';
import { WORKSHOP_LIMITS } from '../../domain/workshops/workshop.ts';
import { findGuestActors } from '../access/load-actor.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import type { AgendaService } from '../agenda/agenda.service.ts';
import { deleteActors } from '../auth/actors.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { CategoryService } from '../categories/category.service.ts';
import type { RootDb } from '../db/database.ts';
import { eraseDeleted } from '../db/erase-deleted.ts';
import { recordEvent } from '../events/record-event.ts';
import type { Pseudonyms } from '../notes/pseudonyms.ts';
import type { ParticipantService } from '../participants/participant.service.ts';
import type { PlanService } from '../plans/plan.service.ts';
import { listEveryGuest } from '../reads/every-guest.ts';
import { findRehearsal, rehearsedBy } from '../reads/rehearsals.ts';
import { roomsOfWorkshop } from '../reads/rooms-of-workshop.ts';
import { countEverything } from '../reads/workshop-counts.ts';
import type { Rooms } from '../rooms/rooms.ts';
import type { StageService } from '../stage/stage.service.ts';
import type { TicketService } from '../tickets/ticket.service.ts';
import { timeNow } from '../time/clock.ts';
import type { VoteService } from '../votes/vote.service.ts';
import type { WorkshopService } from '../workshops/workshop.service.ts';
import { pretendBallot } from './pretend-ballot.ts';
import { PRETEND_NOTES } from './pretend-notes.ts';
import { insertPretendPerson, insertRehearsal, listPretendPeople } from './rehearsal.repository.ts';

/** Pretend people of a rehearsal: as many as are awaited, within these bounds. */
export const REHEARSAL_PEOPLE = { least: 12, most: 80 } as const;
/** Notes that a pretend person writes in one go, at most. */
const NOTES_AT_ONCE = 2;

/** A rehearsal, as those who prepare its workshop see it. */
export interface Rehearsal {
	/** The workshop that it is, and the one that it is of. */
	readonly id: string;
	readonly ofId: string;
	readonly people: number;
	readonly notes: number;
	readonly clusters: number;
	readonly proposals: number;
}

/** What pretend people did. */
export interface PretendActs {
	readonly notes: number;
	readonly ballots: number;
}

/**
 * Trying the day the evening before. A rehearsal is a workshop of its own, made of what was prepared of
 * another one, with a join code of its own: real rows, written through the services that the day uses. So
 * nothing that happens in it touches what was prepared, nor anybody who joined the workshop itself, and
 * emptying takes it away whole. Rules [RH1] to [RH6].
 */
export interface RehearsalService {
	/** The rehearsal that a workshop is, or that it has; null where it is none and has none. */
	find(actor: Actor, workshopId: string): Promise<Rehearsal | null>;
	/**
	 * Makes a rehearsal of the workshop, opens its hall, lets pretend people in and their notes be written in the
	 * first activity that takes some. Gives its id; of one that is there already the same. Throws
	 * `hall_without_categories`, and `forbidden` for a rehearsal of a rehearsal.
	 */
	start(actor: Actor, workshopId: string): Promise<string>;
	/**
	 * Lets the pretend people do what the hall is at: write one or two notes each where writing is open, and vote
	 * where a vote is and they have not. Does nothing elsewhere.
	 */
	act(actor: Actor, rehearsalId: string): Promise<PretendActs>;
	/**
	 * Takes the rehearsal away with all that is in it, whoever wrote it. Gives the id of its workshop. Throws
	 * `not_found` for a workshop that is no rehearsal.
	 */
	empty(actor: Actor, rehearsalId: string): Promise<string>;
	/** The same for the rehearsal that a workshop has, where it has one: its hall was opened. */
	emptyOf(actor: Actor, workshopId: string): Promise<void>;
}

export function rehearsalService(deps: {
	db: RootDb;
	rooms: Pick<Rooms, 'change' | 'forget'>;
	sessions: Sessions;
	pseudonyms: Pseudonyms;
	workshops: WorkshopService;
	categories: CategoryService;
	agenda: AgendaService;
	participants: ParticipantService;
	tickets: Pick<TicketService, 'removeAll'>;
	plans: Pick<PlanService, 'remove'>;
	stage: StageService;
	votes: VoteService;
	/** From 0 up to 1. */
	chance?: () => number;
}): RehearsalService {
	const { db, workshops, stage, votes, chance = Math.random } = deps;

	async function may(actor: Actor, workshopId: string, action: WorkshopAction): Promise<void> {
		assertAllowed(canInWorkshop(actor, action, await getWorkshopAccess(db, workshopId)));
	}

	/** Not those who came in by the rehearsal's code. */
	async function pretending(rehearsalId: string): Promise<readonly GuestActor[]> {
		return findGuestActors(db, await listPretendPeople(db, rehearsalId));
	}

	async function make(actor: Actor, ofId: string): Promise<string> {
		const of = await workshops.get(actor, ofId);
		const id = await workshops.create(actor, {
			title: rehearsalTitle(of.title, WORKSHOP_LIMITS.title),
			origin: { kind: 'copy', workshopId: ofId },
			example: true
		});
		const made = await workshops.get(actor, id);
		// No region: directors read what was held.
		await workshops.update(actor, id, made.version, {
			...made,
			shortTitle: rehearsalTitle(of.shortTitle, WORKSHOP_LIMITS.shortTitle),
			regionId: null
		});
		await db.transaction().execute(async (trx) => {
			if (!(await insertRehearsal(trx, id, ofId, timeNow()))) throw new DomainError('stale');
			const event = { action: 'rehearsal_started', workshopId: ofId, actorId: actor.id } as const;
			await recordEvent(trx, { ...event, subjectId: ofId });
		});
		return id;
	}

	/** As the day itself would: people without a ticket come in by the code. */
	async function openHall(actor: Actor, id: string): Promise<string> {
		const { version } = await workshops.get(actor, id);
		await workshops.setAdmission(actor, id, version, 'open');
		const prepared = await workshops.get(actor, id);
		const { joinCode } = await workshops.openHall(actor, id, prepared.version);
		return joinCode;
	}

	async function nameOthers(actor: Actor, id: string, ofId: string): Promise<void> {
		for (const { id: other, email } of await workshops.facilitators(actor, ofId))
			if (other !== actor.id) await workshops.nameFacilitator(actor, id, email);
	}

	async function letIn(actor: Actor, id: string, code: string, language: Locale): Promise<void> {
		const categories = await deps.categories.list(actor, id);
		const awaited = categories.flatMap(({ id: categoryId, expected }) =>
			Array.from({ length: Math.max(1, expected) }, () => categoryId)
		);
		const most = Math.max(categories.length, REHEARSAL_PEOPLE.most);
		while (awaited.length < REHEARSAL_PEOPLE.least && categories[0])
			awaited.push(categories[awaited.length % categories.length]?.id ?? categories[0].id);
		for (const [index, categoryId] of spread(awaited, most).entries()) {
			const { session } = await deps.participants.join(
				{
					code,
					categoryId,
					language,
					name: m.rehearsal_person({ number: index + 1 }, { locale: language }),
					organisation: '',
					province: ''
				},
				{
					device: `pretend/${id}/${index}`,
					address: 'rehearsal',
					guest: () => Promise.resolve(undefined),
					removed: () => Promise.resolve(false)
				}
			);
			const found = session && (await deps.sessions.validate(session.token));
			if (!found) throw new Error('A pretend person could not join.');
			await insertPretendPerson(db, id, found.actorId);
			// Nobody holds it.
			await deps.sessions.revoke(session.token);
		}
	}

	/** Opens the first activity that takes notes which all may read. */
	async function openFirst(actor: Actor, id: string): Promise<void> {
		const agenda = await deps.agenda.list(actor, id);
		const first =
			agenda.find((item) => collectsNotes(item) && !writesPrivately(item)) ??
			agenda.find(collectsNotes);
		if (!first) return;
		const { version } = await stage.get(actor, id);
		await stage.openActivity(actor, id, first.id, version);
	}

	async function write(actor: Actor, id: string, people: readonly GuestActor[]): Promise<number> {
		const at = await stage.get(actor, id);
		const activity = (await deps.agenda.list(actor, id)).find((item) => item.id === at.activityId);
		if (!activity || !collectsNotes(activity) || writesPrivately(activity)) return 0;
		const { title } = await workshops.get(actor, id);
		const texts = PRETEND_NOTES[languageOf(title)];
		const columns = columnsOf(activity);
		let notes = 0;
		let next = Math.floor(chance() * texts.length);
		for (const person of people) {
			const board = boardFor(at, activity.id, person.seats);
			if (!board || !isWritable(board) || person.observing) continue;
			const pseudonym = await deps.pseudonyms.of(board.id, person.id);
			const count = Math.floor(chance() * (NOTES_AT_ONCE + 1));
			if (count === 0) continue;
			await deps.rooms.change('board', board.id, person.id, (doc) => {
				for (let note = 0; note < count; note++) {
					const columnId = columns[Math.floor(chance() * columns.length)]?.id ?? '';
					const text = texts[next++ % texts.length] ?? '';
					addNote(doc, { pseudonym, columnId, text, at: timeNow() });
				}
			});
			notes += count;
		}
		return notes;
	}

	async function vote(actor: Actor, id: string, people: readonly GuestActor[]): Promise<number> {
		const { vote: current } = await stage.get(actor, id);
		if (current?.state !== 'open') return 0;
		let ballots = 0;
		for (const person of people) {
			if (person.observing) continue;
			const { rules, options, recorded, waits } = await votes.voteFor(person, current.id);
			if (waits || (recorded && !isEmptyBallot(recorded.ballot))) continue;
			// In the order in which everybody has them, so that some come out first.
			const refs = options.map(({ ref }) => ref).sort();
			const ballot = pretendBallot(rules, refs, chance);
			if (isEmptyBallot(ballot)) continue;
			await votes.castVote(person, current.id, { ballot, turn: 1, commitment: null });
			ballots++;
		}
		return ballots;
	}

	async function act(actor: Actor, rehearsalId: string): Promise<PretendActs> {
		await may(actor, rehearsalId, 'run');
		if ((await rehearsedBy(db, rehearsalId)) === undefined) throw new DomainError('not_found');
		const people = await pretending(rehearsalId);
		const notes = await write(actor, rehearsalId, people);
		return { notes, ballots: await vote(actor, rehearsalId, people) };
	}

	async function empty(actor: Actor, rehearsalId: string): Promise<string> {
		await may(actor, rehearsalId, 'run');
		const ofId = await rehearsedBy(db, rehearsalId);
		if (ofId === undefined) throw new DomainError('not_found');
		const rooms = await roomsOfWorkshop(db, rehearsalId);
		await deps.rooms.forget(rooms, (forget) =>
			db.transaction().execute(async (trx) => {
				const guests = await listEveryGuest(trx, rehearsalId);
				await forget(trx);
				await deps.pseudonyms.remove(
					trx,
					rooms.flatMap(({ kind, key }) => (kind === 'board' ? [key] : []))
				);
				await deps.tickets.removeAll(trx, rehearsalId);
				await deps.plans.remove(trx, rehearsalId);
				await workshops.remove(trx, rehearsalId);
				await deleteActors(trx, guests);
				const event = {
					action: 'rehearsal_emptied',
					workshopId: ofId,
					actorId: actor.id
				} as const;
				await recordEvent(trx, { ...event, subjectId: ofId, detail: { people: guests.length } });
			})
		);
		await eraseDeleted(db);
		return ofId;
	}

	return {
		async find(actor, workshopId) {
			await may(actor, workshopId, 'prepare');
			const ofId = await rehearsedBy(db, workshopId);
			const id = ofId === undefined ? await findRehearsal(db, workshopId) : workshopId;
			if (id === undefined) return null;
			const { participants, notes, clusters, proposals } = await countEverything(db, id);
			return { id, ofId: ofId ?? workshopId, people: participants, notes, clusters, proposals };
		},
		async start(actor, workshopId) {
			await may(actor, workshopId, 'prepare');
			assertAllowed((await rehearsedBy(db, workshopId)) === undefined);
			const before = await findRehearsal(db, workshopId);
			if (before !== undefined) return before;
			const categories = await deps.categories.list(actor, workshopId);
			if (!canOpenHall({ categories: categories.length }))
				throw new DomainError('hall_without_categories');
			const id = await make(actor, workshopId);
			await nameOthers(actor, id, workshopId);
			const { title } = await workshops.get(actor, workshopId);
			await letIn(actor, id, await openHall(actor, id), languageOf(title));
			await openFirst(actor, id);
			await act(actor, id);
			return id;
		},
		act,
		empty,
		async emptyOf(actor, workshopId) {
			const id = await findRehearsal(db, workshopId);
			if (id !== undefined) await empty(actor, id);
		}
	};
}

/** The language in which pretend people write: the workshop's first one. */
function languageOf(title: LocalizedText): Locale {
	return LOCALES.find((locale) => title[locale]?.trim()) ?? 'ar';
}

/** The title in each of its languages with the word that says what it is, within the limit. */
function rehearsalTitle(title: LocalizedText, limit: number): LocalizedText {
	const marked: Partial<Record<Locale, string>> = {};
	for (const locale of LOCALES) {
		const text = title[locale];
		if (text)
			marked[locale] = [...m.rehearsal_title({ title: text }, { locale })]
				.slice(0, limit)
				.join('')
				.trim();
	}
	return marked;
}

/** At most so many of the items, evenly over all of them. */
function spread<Item>(items: readonly Item[], most: number): Item[] {
	if (items.length <= most) return [...items];
	return Array.from(
		{ length: most },
		(_, at) => items[Math.floor((at * items.length) / most)] as Item
	);
}
