import type { Actor, GuestRole } from '../../domain/people/actor.ts';
import type { WorkshopPerson } from '../../domain/people/participant.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import type { RootDb } from '../db/database.ts';
import { recordEvent } from '../events/record-event.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { listWorkshopPeople, updatePerson } from './people.repository.ts';

/** The people of a workshop, and what a facilitator lets each of them do. */
export interface PeopleService {
	/** Everybody who joined, the newest first, those who were taken out included. */
	list(actor: Actor, workshopId: string): Promise<WorkshopPerson[]>;
	/** Gives a person another role, which counts at once in what they have open. Throws `not_found`. */
	setRole(actor: Actor, workshopId: string, participantId: string, role: GuestRole): Promise<void>;
	/**
	 * Takes a person out: what they have open ends at once, and neither their cookie nor a link lets them in
	 * again. What they wrote and voted stays. Throws `not_found`.
	 */
	remove(actor: Actor, workshopId: string, participantId: string): Promise<void>;
	/** Takes that back: the same browser finds the same person again. Throws `not_found`. */
	letIn(actor: Actor, workshopId: string, participantId: string): Promise<void>;
}

/** Rules [PE1] to [PE6]. */
export function peopleService(deps: {
	db: RootDb;
	rooms: Pick<Rooms, 'refreshActor' | 'expel' | 'connectedGuests' | 'presenceChanged'>;
	now?: () => number;
}): PeopleService {
	const { db, rooms } = deps;

	async function guard(actor: Actor, workshopId: string): Promise<void> {
		assertAllowed(canInWorkshop(actor, 'run', await getWorkshopAccess(db, workshopId)));
	}

	/** Changes one person and remembers it, both or neither; gives the person's actor. */
	function change(
		actor: Actor,
		workshopId: string,
		participantId: string,
		what: Parameters<typeof updatePerson>[3]
	): Promise<string> {
		return db.transaction().execute(async (trx) => {
			const actorId = await updatePerson(trx, workshopId, participantId, what);
			const event = { workshopId, actorId: actor.id, subjectId: participantId };
			if ('role' in what)
				await recordEvent(trx, {
					...event,
					action: 'participant_role_set',
					detail: { role: what.role }
				});
			else
				await recordEvent(trx, {
					...event,
					action: what.removedAt === null ? 'participant_let_in' : 'participant_taken_out'
				});
			return actorId;
		});
	}

	return {
		async list(actor, workshopId) {
			await guard(actor, workshopId);
			const people = await listWorkshopPeople(db, workshopId);
			const connected = rooms.connectedGuests(workshopId);
			return people.map(({ actorId, ...person }) => ({
				...person,
				connected: connected.has(actorId)
			}));
		},

		async setRole(actor, workshopId, participantId, role) {
			await guard(actor, workshopId);
			const actorId = await change(actor, workshopId, participantId, { role });
			await rooms.refreshActor(actorId);
		},

		async remove(actor, workshopId, participantId) {
			await guard(actor, workshopId);
			const removedAt = (deps.now ?? Date.now)();
			const actorId = await change(actor, workshopId, participantId, { removedAt });
			rooms.expel(actorId);
			rooms.presenceChanged('stage', workshopId);
		},

		async letIn(actor, workshopId, participantId) {
			await guard(actor, workshopId);
			await change(actor, workshopId, participantId, { removedAt: null });
			rooms.presenceChanged('stage', workshopId);
		}
	};
}
