import type { Actor } from '../../domain/people/actor.ts';
import type { WorkshopPerson } from '../../domain/people/participant.ts';
import { rolesOf, type PersonRole } from '../../domain/people/person-role.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import type { RootDb, Trx } from '../db/database.ts';
import { recordEvent } from '../events/record-event.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import type { SpaceService } from '../spaces/space.service.ts';
import { eraseNames, getPerson, listWorkshopPeople, updatePerson } from './people.repository.ts';

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
	 * again. What they wrote and voted stays. Throws `not_found`.
	 */
	remove(actor: Actor, workshopId: string, participantId: string): Promise<void>;
	/** Takes that back: the same browser finds the same person again. Throws `not_found`. */
	letIn(actor: Actor, workshopId: string, participantId: string): Promise<void>;
	/** Unguarded: erases what these people of a workshop said of themselves; they go on being counted. */
	eraseNames(
		trx: Trx,
		workshopId: string,
		participantIds: readonly string[],
		at: number
	): Promise<void>;
}

/** Rules [PE1] to [PE6]. */
export function peopleService(deps: {
	db: RootDb;
	spaces: Pick<SpaceService, 'leave' | 'setTableRole'>;
	rooms: Pick<Rooms, 'refreshActor' | 'expel' | 'connectedGuests' | 'presenceChanged'>;
	now?: () => number;
}): PeopleService {
	const { db, rooms, spaces } = deps;

	async function guard(actor: Actor, workshopId: string): Promise<void> {
		assertAllowed(canInWorkshop(actor, 'run', await getWorkshopAccess(db, workshopId)));
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
			const removedAt = (deps.now ?? Date.now)();
			const actorId = await db.transaction().execute(async (trx) => {
				const actorId = await updatePerson(trx, workshopId, participantId, { removedAt });
				await spaces.leave(trx, actorId);
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

		eraseNames
	};
}
