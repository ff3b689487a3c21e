import type { Actor, GuestActor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import { parseJoinCode } from '../../domain/people/join-code.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import {
	PARTICIPANT_LIMITS,
	type CategoryAttendance,
	type Participant
} from '../../domain/people/participant.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
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
	findJoinTarget,
	findWorkshopByCode,
	type JoinableWorkshop
} from '../reads/joinable-workshop.ts';
import { listCategories } from '../reads/categories.ts';
import { readNotice } from '../reads/privacy.ts';
import { getParticipant } from '../reads/own-presence.ts';
import { countParticipants, insertParticipant, listPeople } from './participant.repository.ts';
import { newRepeatedJoins } from './repeated-joins.ts';

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
	/** As it is written on the screen. */
	readonly code: string;
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

/** Joining without an account, and who joined. Rules [JN1] to [JN13] and [JN16] to [JN19]. */
export function participantService(deps: {
	db: RootDb;
	sessions: Sessions;
	/** A guest's session ended: its open sockets are to be closed. */
	onSessionRevoked: (idHash: string) => void;
	guesses?: CodeGuesses;
	budget?: JoinBudget;
}) {
	const { db, sessions, guesses = newCodeGuesses() } = deps;
	const pace = newJoinPace(deps.budget ?? LIVE_LIMITS);
	const repeatedJoins = newRepeatedJoins<Joined>();

	async function getWorkshopByCode(typed: string, visitor: Visitor) {
		const code = parseJoinCode(typed);
		const workshop =
			code === undefined
				? undefined
				: await guesses.attempt(visitor, () => findWorkshopByCode(db, code));
		if (code === undefined || !workshop) throw new DomainError('join_code_invalid');
		return { ...workshop, code };
	}

	async function enter(workshopId: string, input: JoinInput): Promise<Joined> {
		const { categoryId, language, name, organisation, province } = input;
		const participant: Participant = {
			id: newId(),
			actorId: newId(),
			workshopId,
			categoryId,
			language,
			name,
			organisation,
			province,
			joinedAt: Date.now()
		};
		await db.transaction().execute(async (trx) => {
			const target = await findJoinTarget(trx, workshopId, categoryId);
			if (!target) throw new DomainError('join_code_invalid');
			assertJoining(target);
			if (!target.ownCategory) throw new DomainError('category_unknown');
			if ((await countParticipants(trx, workshopId)) >= PARTICIPANT_LIMITS.perWorkshop)
				throw new DomainError('joining_closed');
			await insertParticipant(trx, participant);
			const { id: subjectId, actorId } = participant;
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
		 * new in; `person_removed` to a browser whose person was taken out.
		 */
		async invitation(typedCode: string, visitor: Visitor): Promise<Invitation> {
			const workshop = await getWorkshopByCode(typedCode, visitor);
			const { id, code, title, date, regionName, example } = workshop;
			const joined = (await visitor.guest(id)) !== undefined;
			if (!joined) await assertMayJoin(workshop, visitor);
			const categories = await listCategories(db, id);
			return {
				workshopId: id,
				code,
				title,
				date,
				regionName,
				example,
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
			const workshop = await getWorkshopByCode(input.code, visitor);
			const { id } = workshop;
			const guest = await visitor.guest(id);
			if (guest) return { workshopId: id, participantId: guest.participantId, session: null };
			await assertMayJoin(workshop, visitor);
			return repeatedJoins.once(`${visitor.device}:${id}`, async () => {
				await pace.take(id, visitor.address);
				return enter(id, input);
			});
		},

		/**
		 * Ends the guest's session whose secret is `token`, with its open sockets; holding it is the access
		 * check. The person and what they wrote stay.
		 */
		async leave(token: string): Promise<void> {
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

async function assertMayJoin(workshop: JoinableWorkshop, visitor: Visitor): Promise<void> {
	if (await visitor.removed(workshop.id)) throw new DomainError('person_removed');
	assertJoining(workshop);
}

function assertJoining({ state, joining }: Pick<JoinableWorkshop, 'state' | 'joining'>): void {
	if (state === 'preparing') throw new DomainError('joining_closed');
	if (state === 'closed') throw new DomainError('workshop_closed');
	if (!joining) throw new DomainError('joining_stopped');
}
