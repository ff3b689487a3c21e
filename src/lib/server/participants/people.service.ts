import { DomainError } from '../../domain/errors.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { WorkshopPerson } from '../../domain/people/participant.ts';
import { isSettled, type SettledSuggestion } from '../../domain/people/suggestion.ts';
import { rolesOf, type PersonRole } from '../../domain/people/person-role.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import type { RootDb, Trx } from '../db/database.ts';
import { recordEvent } from '../events/record-event.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { listEntriesOf } from '../reads/person-data.ts';
import { isErased } from '../reads/present-people.ts';
import type { SpaceService } from '../spaces/space.service.ts';
import { timeNow } from '../time/clock.ts';
import type { VoteService } from '../votes/vote.service.ts';
import type { GuestLinkService } from './guest-link.service.ts';
import {
	eraseNames,
	getPerson,
	listWorkshopPeople,
	markMerged,
	updatePerson,
	type StoredPerson
} from './people.repository.ts';
import { forgetInSettled, insertSettled, listSettled } from './settled-suggestion.repository.ts';

/** The people of a workshop, and what a facilitator lets each of them do. */
export interface PeopleService {
	/** Everybody who joined, the newest first, those who were taken out included. */
	list(actor: Actor, workshopId: string): Promise<WorkshopPerson[]>;
	/**
	 * Gives a person another role, which counts at once in what they have open. Throws `not_found`, also
	 * for a role at a table where the person sits at none.
	 */
	setRole(actor: Actor, workshopId: string, participantId: string, role: PersonRole): Promise<void>;
	/**
	 * Takes a person out: what they have open ends at once, and neither their cookie nor a link lets them in
	 * again. What they wrote stays, and so does what they voted where voting has ended; their ballots in votes
	 * that are open go. Throws `not_found`.
	 */
	remove(actor: Actor, workshopId: string, participantId: string): Promise<void>;
	/** Takes that back: the same browser finds the same person again. Throws `not_found`. */
	letIn(actor: Actor, workshopId: string, participantId: string): Promise<void>;
	/**
	 * Makes one person of several entries: the notes of all are those of `keptId`, one voice remains in every
	 * vote that is not published, and the other entries' pages end. Cannot be taken back. Throws `not_found`,
	 * also for one that was taken out, and `invalid_input` where there is no other entry.
	 */
	merge(
		actor: Actor,
		workshopId: string,
		keptId: string,
		otherIds: readonly string[]
	): Promise<void>;
	/** The suggestions that a facilitator looked at and found right as they are. */
	settled(actor: Actor, workshopId: string): Promise<SettledSuggestion[]>;
	/**
	 * Settles a suggestion for all facilitators, until a further person stands in it; one that is settled stays
	 * so. Throws `not_found` unless all of its people are there, and `invalid_input` where they are not several.
	 */
	settle(actor: Actor, workshopId: string, suggestion: SettledSuggestion): Promise<void>;
	/**
	 * The path of a link by which a person enters with another phone, once and within a quarter of an hour, and
	 * is the same person there. Throws `not_found`, also for somebody who was erased: they come in anew.
	 */
	personalLink(actor: Actor, workshopId: string, participantId: string): Promise<string>;
	/**
	 * Unguarded: erases what these people of a workshop said of themselves, and that somebody was taken for them;
	 * they go on being counted.
	 */
	eraseNames(
		trx: Trx,
		workshopId: string,
		participantIds: readonly string[],
		at: number
	): Promise<void>;
}

/** How long a link for another phone works: the person stands beside the facilitator. */
const PERSONAL_LINK_LIFETIME = 15 * 60 * 1000;

/** Rules [PE1] to [PE6] and [PE9] to [PE13]. */
export function peopleService(deps: {
	db: RootDb;
	spaces: Pick<SpaceService, 'leave' | 'setTableRole' | 'handOver'>;
	votes: Pick<VoteService, 'dropVoice' | 'mergeVoices'>;
	guestLinks: Pick<GuestLinkService, 'create'>;
	/** Makes one entry of a person the author of what the other wrote. */
	handOverNotes: (trx: Trx, entries: Entries) => Promise<void>;
	rooms: Pick<Rooms, 'refreshActor' | 'expel' | 'connectedGuests' | 'presenceChanged'>;
	now?: () => number;
}): PeopleService {
	const { db, rooms, spaces, votes } = deps;
	const now = (): number => (deps.now ?? timeNow)();

	async function guard(actor: Actor, workshopId: string): Promise<void> {
		assertAllowed(canInWorkshop(actor, 'run', await getWorkshopAccess(db, workshopId)));
	}

	return {
		async list(actor, workshopId) {
			await guard(actor, workshopId);
			const people = await listWorkshopPeople(db, workshopId);
			const connected = rooms.connectedGuests(workshopId);
			const shared = sharedDevices(people);
			return people.map(({ actorId, device, ...person }) => ({
				...person,
				sameDevice: person.removed ? null : (shared.get(device) ?? null),
				connected: connected.has(actorId)
			}));
		},

		async setRole(actor, workshopId, participantId, role) {
			await guard(actor, workshopId);
			const { guest, seat } = rolesOf(role);
			const actorId = await db.transaction().execute(async (trx) => {
				const { actorId, atTable } = await getPerson(trx, workshopId, participantId);
				if (atTable || seat !== 'member') await spaces.setTableRole(trx, actorId, seat);
				await updatePerson(trx, workshopId, participantId, { role: guest });
				const event = { action: 'participant_role_set', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId: participantId, detail: { role } });
				return actorId;
			});
			await rooms.refreshActor(actorId);
		},

		async remove(actor, workshopId, participantId) {
			await guard(actor, workshopId);
			const removedAt = now();
			const actorId = await db.transaction().execute(async (trx) => {
				const actorId = await updatePerson(trx, workshopId, participantId, { removedAt });
				await spaces.leave(trx, actorId);
				await votes.dropVoice(trx, workshopId, actorId);
				const event = { action: 'participant_taken_out', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId: participantId });
				return actorId;
			});
			rooms.expel(actorId);
			rooms.presenceChanged('stage', workshopId);
		},

		async letIn(actor, workshopId, participantId) {
			await guard(actor, workshopId);
			await db.transaction().execute(async (trx) => {
				await updatePerson(trx, workshopId, participantId, { removedAt: null });
				const event = { action: 'participant_let_in', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId: participantId });
			});
			rooms.presenceChanged('stage', workshopId);
		},

		async merge(actor, workshopId, keptId, otherIds) {
			await guard(actor, workshopId);
			const others = [...new Set(otherIds)].filter((id) => id !== keptId);
			if (others.length === 0) throw new DomainError('invalid_input', { field: 'person' });
			const [keptActor, ended] = await db.transaction().execute(async (trx) => {
				const kept = await getPerson(trx, workshopId, keptId);
				const ended: string[] = [];
				for (const participantId of others) {
					const { actorId } = await getPerson(trx, workshopId, participantId);
					const entries = { from: actorId, to: kept.actorId };
					await deps.handOverNotes(trx, entries);
					await spaces.handOver(trx, entries);
					// What was merged into it before may still have the voice of the person.
					for (const { actorId: from } of await listEntriesOf(trx, workshopId, participantId))
						await votes.mergeVoices(trx, workshopId, { from, to: kept.actorId });
					await markMerged(trx, { participantId, into: keptId, at: now() });
					ended.push(actorId);
				}
				const event = { action: 'participants_merged', workshopId, actorId: actor.id } as const;
				const detail = { entries: others.length };
				await recordEvent(trx, { ...event, subjectId: keptId, detail });
				return [kept.actorId, ended] as const;
			});
			for (const actorId of ended) rooms.expel(actorId);
			await rooms.refreshActor(keptActor);
			rooms.presenceChanged('stage', workshopId);
		},

		async settled(actor, workshopId) {
			await guard(actor, workshopId);
			const settled = await listSettled(db, workshopId);
			return settled.map(({ kind, people }) => ({ kind, people }));
		},

		async settle(actor, workshopId, { kind, people }) {
			await guard(actor, workshopId);
			const suggestion = { kind, people: [...new Set(people)] };
			if (suggestion.people.length < 2) throw new DomainError('invalid_input', { field: 'person' });
			await db.transaction().execute(async (trx) => {
				const present = (await listWorkshopPeople(trx, workshopId)).filter((one) => !one.removed);
				const ids = new Set(present.map(({ participantId }) => participantId));
				if (!suggestion.people.every((id) => ids.has(id))) throw new DomainError('not_found');
				if (isSettled(await listSettled(trx, workshopId), suggestion)) return;
				await insertSettled(trx, workshopId, suggestion);
				const event = { action: 'suggestion_settled', workshopId, actorId: actor.id } as const;
				const detail = { kind, people: suggestion.people.length };
				await recordEvent(trx, { ...event, subjectId: workshopId, detail });
			});
		},

		async personalLink(actor, workshopId, participantId) {
			await guard(actor, workshopId);
			const { actorId } = await getPerson(db, workshopId, participantId);
			if (await isErased(db, actorId)) throw new DomainError('not_found');
			return deps.guestLinks.create(actorId, workshopId, PERSONAL_LINK_LIFETIME);
		},

		async eraseNames(trx, workshopId, participantIds, at) {
			await eraseNames(trx, workshopId, participantIds, at);
			await forgetInSettled(trx, participantIds);
		}
	};
}

/** Two entries of one person, by their actors: what is `from`'s becomes `to`'s. */
interface Entries {
	readonly from: string;
	readonly to: string;
}

/** The devices that several who are there joined with, numbered in the order of the people. */
function sharedDevices(people: readonly StoredPerson[]): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const { device, removed } of people)
		if (device !== '' && !removed) counts.set(device, (counts.get(device) ?? 0) + 1);
	const shared = [...counts].filter(([, count]) => count > 1);
	return new Map(shared.map(([device], index) => [device, index + 1]));
}
