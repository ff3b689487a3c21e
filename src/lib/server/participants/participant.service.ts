import type { Actor, GuestActor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import type { Admission } from '../../domain/people/admission.ts';
import { parseEntryCode } from '../../domain/people/join-code.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import {
	PARTICIPANT_LIMITS,
	type CategoryAttendance,
	type Participant
} from '../../domain/people/participant.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import type { TicketService } from '../tickets/ticket.service.ts';
import type { PurposeNotice } from '../../domain/workshops/purpose-notice.ts';
import { secretHash } from '../auth/secret-hash.ts';
import type { Sessions } from '../auth/sessions.ts';
import type { RootDb } from '../db/database.ts';
import { recordEvent } from '../events/record-event.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { LIVE_LIMITS } from '../rooms/limits.ts';
import { newCodeGuesses, type CodeGuesses } from './code-guesses.ts';
import type { JoinInput } from './join-input.ts';
import { newJoinPace, type JoinBudget } from './join-pace.ts';
import {
	findJoinableWorkshop,
	findJoinTarget,
	findWorkshopByCode,
	type JoinableWorkshop
} from '../reads/joinable-workshop.ts';
import { listCategories } from '../reads/categories.ts';
import type { StoredTicket, TicketUser } from '../reads/tickets.ts';
import { readNotice } from '../reads/privacy.ts';
import { getParticipant } from '../reads/own-presence.ts';
import { countParticipants, insertParticipant, listPeople } from './participant.repository.ts';
import { newRepeatedJoins } from './repeated-joins.ts';
import { timeNow } from '../time/clock.ts';

/** The browser that asks to join. */
export interface Visitor {
	/** Names the device; wrong codes are counted by it. */
	readonly device: string;
	/** Where it asks from: a hall shares one, and a proxy's people do. */
	readonly address: string;
	/** Who this browser already is in a workshop. */
	guest(workshopId: string): Promise<GuestActor | undefined>;
	/** True when this browser is somebody's who was taken out of the workshop. */
	removed(workshopId: string): Promise<boolean>;
}

/** What a right code opens: enough to choose a category, and nothing else. */
export interface Invitation extends Omit<JoinableWorkshop, 'id' | 'state' | 'joining'> {
	readonly workshopId: string;
	/** As it is written on the screen, or on the ticket. */
	readonly code: string;
	/** What is known of whoever holds the ticket; null for the workshop's own code. */
	readonly ticket: Pick<StoredTicket, 'number' | 'name' | 'organisation' | 'categoryId'> | null;
	readonly categories: readonly {
		readonly categoryId: string;
		readonly name: LocalizedText;
		readonly observing: boolean;
	}[];
	/** What is told of people's data before they join. */
	readonly notice: PurposeNotice;
	/** This browser joined before and goes straight in. */
	readonly joined: boolean;
}

/** `session` is null when this browser had joined before: its cookie goes on being valid. */
export interface Joined {
	readonly workshopId: string;
	readonly participantId: string;
	readonly session: { readonly token: string; readonly expiresAt: Date } | null;
}

/** What a participant's own page shows of them. */
export interface OwnPresence extends Participant {
	readonly categoryName: LocalizedText;
	readonly observing: boolean;
}

export type ParticipantService = ReturnType<typeof participantService>;

/** Joining without an account, and who joined. Rules [JN1] to [JN13], [JN16] to [JN19] and [TK2] to [TK5]. */
export function participantService(deps: {
	db: RootDb;
	sessions: Sessions;
	tickets: Pick<TicketService, 'find' | 'take'>;
	/** A guest's session ended: its open sockets are to be closed. */
	onSessionRevoked: (idHash: string) => void;
	guesses?: CodeGuesses;
	budget?: JoinBudget;
}) {
	const { db, sessions, tickets, guesses = newCodeGuesses() } = deps;
	const pace = newJoinPace(deps.budget ?? LIVE_LIMITS);
	const repeatedJoins = newRepeatedJoins<Joined>();

	/** The door that a code opens. Of a wrong code of either kind as much is told. */
	async function openDoor(typed: string, visitor: Visitor): Promise<Door> {
		const entry = parseEntryCode(typed);
		const door =
			entry &&
			(await guesses.attempt(visitor, () =>
				entry.kind === 'ticket' ? doorOfTicket(entry.code) : doorOfWorkshop(entry.code)
			));
		if (!door) throw new DomainError('join_code_invalid');
		return door;
	}

	async function doorOfWorkshop(code: string): Promise<Door | undefined> {
		const workshop = await findWorkshopByCode(db, code);
		return workshop && { workshop, code, ticket: null };
	}

	async function doorOfTicket(code: string): Promise<Door | undefined> {
		const ticket = await tickets.find(code);
		const workshop = ticket && (await findJoinableWorkshop(db, ticket.workshopId));
		return workshop && { workshop, code, ticket };
	}

	/** Who came in with this ticket on this device, and lost what it was answered. */
	function sameEntry({ workshop, ticket }: Door, visitor: Visitor): TicketUser | undefined {
		const user = ticket?.user;
		return user?.present && user.device === deviceIn(workshop.id, visitor) ? user : undefined;
	}

	async function assertMayJoin(door: Door, visitor: Visitor): Promise<void> {
		const { workshop, ticket } = door;
		if (await visitor.removed(workshop.id)) throw new DomainError('person_removed');
		assertJoining(workshop);
		if (ticket?.void) throw new DomainError('ticket_void');
		if (ticket?.user && !sameEntry(door, visitor)) throw new DomainError('ticket_used');
		assertAdmitted(workshop, ticket);
	}

	async function enter(
		{ workshop, ticket }: Door,
		input: JoinInput,
		visitor: Visitor
	): Promise<Joined> {
		const workshopId = workshop.id;
		const { language, province } = input;
		// Whoever is named on their ticket comes in as that person.
		const named = ticket !== null && ticket.name !== '';
		const { name, organisation } = named ? ticket : input;
		const categoryId = ticket?.categoryId ?? input.categoryId;
		const participant: Participant = {
			id: newId(),
			actorId: newId(),
			workshopId,
			categoryId,
			language,
			name,
			organisation,
			province,
			joinedAt: timeNow()
		};
		await db.transaction().execute(async (trx) => {
			const target = await findJoinTarget(trx, workshopId, categoryId);
			if (!target) throw new DomainError('join_code_invalid');
			assertJoining(target);
			assertAdmitted(target, ticket);
			if (!target.ownCategory) throw new DomainError('category_unknown');
			if ((await countParticipants(trx, workshopId)) >= PARTICIPANT_LIMITS.perWorkshop)
				throw new DomainError('joining_closed');
			await insertParticipant(trx, participant, deviceIn(workshopId, visitor));
			const { id: subjectId, actorId } = participant;
			if (ticket) await tickets.take(trx, ticket.id, subjectId);
			await recordEvent(trx, { action: 'participant_joined', workshopId, actorId, subjectId });
		});
		const session = await sessions.create(participant.actorId);
		return { workshopId, participantId: participant.id, session };
	}

	async function attendance(actor: Actor, workshopId: string): Promise<CategoryAttendance[]> {
		assertAllowed(canInWorkshop(actor, 'see_presence', await getWorkshopAccess(db, workshopId)));
		const people = await listPeople(db, workshopId);
		const categories = await listCategories(db, workshopId);
		return categories.map((category) => {
			const own = people.filter(({ categoryId }) => categoryId === category.id);
			return {
				categoryId: category.id,
				name: category.name,
				observing: category.observing,
				expected: category.expected,
				joined: own.length,
				people: own.map(({ person }) => person)
			};
		});
	}

	return {
		/**
		 * The workshop behind a code, for the join page. Throws `join_code_invalid` for a code that no
		 * workshop has, `too_many_attempts`, and, not to those who joined before, `joining_closed` before the
		 * hall opens, `workshop_closed` after it closed, `joining_stopped` while a facilitator lets nobody
		 * new in; `person_removed` to a browser whose person was taken out; `ticket_needed` for the workshop's
		 * own code where people come in by ticket or name; `ticket_used` and `ticket_void`.
		 */
		async invitation(typedCode: string, visitor: Visitor): Promise<Invitation> {
			const door = await openDoor(typedCode, visitor);
			const { code, ticket } = door;
			const { id, title, date, regionName, example, admission } = door.workshop;
			const joined = (await visitor.guest(id)) !== undefined;
			if (!joined) await assertMayJoin(door, visitor);
			const categories = await listCategories(db, id);
			return {
				workshopId: id,
				code,
				title,
				date,
				regionName,
				example,
				admission,
				ticket: ticket && {
					number: ticket.number,
					name: ticket.name,
					organisation: ticket.organisation,
					categoryId: ticket.categoryId
				},
				joined,
				notice: await readNotice(db, id),
				categories: categories.map((category) => ({
					categoryId: category.id,
					name: category.name,
					observing: category.observing
				}))
			};
		},

		/**
		 * Makes the person behind `visitor` a participant, or finds who they already are: what they chose
		 * then stays. Takes what {@link parseJoinInput} gave. Throws as {@link invitation}, and
		 * `category_unknown`; `too_many_attempts` also where many more join at once than a hall holds.
		 */
		async join(input: JoinInput, visitor: Visitor): Promise<Joined> {
			const door = await openDoor(input.code, visitor);
			const { id } = door.workshop;
			const guest = await visitor.guest(id);
			if (guest) return { workshopId: id, participantId: guest.participantId, session: null };
			if (await visitor.removed(id)) throw new DomainError('person_removed');
			// Whoever is in already and lost the answer comes in again, also once joining was stopped.
			return repeatedJoins.once(joinKey(id, visitor), async () => {
				const same = sameEntry(door, visitor);
				if (same) {
					const session = await sessions.create(same.actorId);
					return { workshopId: id, participantId: same.participantId, session };
				}
				await assertMayJoin(door, visitor);
				// A ticket lets in one person, so nobody can use up with it what others need.
				if (!door.ticket) await pace.take(door.code, visitor.address);
				return enter(door, input, visitor);
			});
		},

		/**
		 * Ends the guest's session whose secret is `token`, with its open sockets; holding it is the access
		 * check. The person and what they wrote stay, and the next one with this phone is another one.
		 */
		async leave(token: string, workshopId: string, visitor: Visitor): Promise<void> {
			repeatedJoins.forget(joinKey(workshopId, visitor));
			await sessions.revoke(token);
			deps.onSessionRevoked(secretHash(token));
		},

		/** Expected and present people by category, in the facilitator's order. */
		attendance,

		/** What a participant said of themselves. */
		async me(actor: GuestActor): Promise<OwnPresence> {
			return getParticipant(db, actor.participantId);
		}
	};
}

/** A code that was right: its workshop, and the ticket if it was a ticket's. */
interface Door {
	readonly workshop: JoinableWorkshop;
	readonly code: string;
	readonly ticket: StoredTicket | null;
}

/** What tells the devices of one workshop apart, and nobody's of two workshops together. */
function deviceIn(workshopId: string, { device }: Visitor): string {
	return secretHash(`${workshopId}/${device}`);
}

function joinKey(workshopId: string, { device }: Visitor): string {
	return `${device}:${workshopId}`;
}

function assertJoining({ state, joining }: Pick<JoinableWorkshop, 'state' | 'joining'>): void {
	if (state === 'preparing') throw new DomainError('joining_closed');
	if (state === 'closed') throw new DomainError('workshop_closed');
	if (!joining) throw new DomainError('joining_stopped');
}

/** Rule [TK2]: a ticket opens every door but that of a list, which a ticket with a name opens. */
function assertAdmitted(
	{ admission }: { readonly admission: Admission },
	ticket: StoredTicket | null
): void {
	const enough =
		admission === 'open' ||
		(admission === 'tickets' ? ticket !== null : ticket !== null && ticket.name !== '');
	if (!enough) throw new DomainError('ticket_needed');
}
