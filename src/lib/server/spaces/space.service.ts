import { DomainError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { assertAllowed, canInWorkshop, type WorkshopAction } from '../../domain/policy.ts';
import type { SeatRole } from '../../domain/spaces/seat.ts';
import {
	requireSpace,
	SPACE_LIMITS,
	type Space,
	type SpaceDraft,
	type SpaceKind
} from '../../domain/spaces/space.ts';
import { textIn } from '../../domain/text/locale.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import type { RootDb, Trx } from '../db/database.ts';
import { recordEvent } from '../events/record-event.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { hasBoardIn } from '../reads/boards-of-workshop.ts';
import { getPersonActor } from '../reads/present-people.ts';
import * as repository from './space.repository.ts';
import { timeNow } from '../time/clock.ts';

/** The rooms and tables of a workshop, and who sits where. Rules [SP1] to [SP6]. */
export interface SpaceService {
	/** In their order, for whoever may see the workshop. */
	list(actor: Actor, workshopId: string): Promise<Space[]>;
	/** Adds a room or a table at the end and gives its id. Throws what {@link requireSpace} does. */
	add(actor: Actor, workshopId: string, draft: SpaceDraft): Promise<string>;
	/** Takes a space away, with its tables. Throws `activity_in_use` once it was used, `not_found`. */
	remove(actor: Actor, workshopId: string, spaceId: string): Promise<void>;
	/**
	 * Seats a person, who leaves the seat before in that layer; who sits at a table of a room sits in the
	 * room too. What they may do changes at once. Throws `not_found`, and `too_many_items` where it is full.
	 */
	seat(
		actor: Actor,
		workshopId: string,
		seat: { readonly spaceId: string; readonly participantId: string; readonly role?: SeatRole }
	): Promise<void>;
	/** Lets a person get up from their table, or from their room and its tables. Throws `not_found`. */
	unseat(actor: Actor, workshopId: string, participantId: string, layer: SpaceKind): Promise<void>;
	/** Unguarded: lets somebody who was taken out of the workshop leave all seats. */
	leave(trx: Trx, actorId: string): Promise<void>;
	/** Unguarded: seats one entry of a person where the other sat, unless it sits in that layer already. */
	handOver(trx: Trx, entries: { readonly from: string; readonly to: string }): Promise<void>;
	/** Unguarded: gives a person another role at the table where they sit. Throws `not_found`. */
	setTableRole(trx: Trx, actorId: string, role: SeatRole): Promise<void>;
}

export function spaceService(deps: {
	db: RootDb;
	rooms: Pick<Rooms, 'refreshActor'>;
	/** Stages come and go with rooms. */
	onSpacesChanged: (workshopId: string) => Promise<void>;
	now?: () => number;
}): SpaceService {
	const { db, rooms } = deps;
	const now = (): number => (deps.now ?? timeNow)();

	async function guard(actor: Actor, workshopId: string, action: WorkshopAction): Promise<void> {
		assertAllowed(canInWorkshop(actor, action, await getWorkshopAccess(db, workshopId)));
	}

	async function getSpace(trx: Trx, workshopId: string, spaceId: string): Promise<Space> {
		const spaces = await repository.listSpaces(trx, workshopId);
		const space = spaces.find(({ id }) => id === spaceId);
		if (!space) throw new DomainError('not_found');
		return space;
	}

	/** False when the person sits there in that role already. */
	async function take(
		trx: Trx,
		actorId: string,
		space: Pick<Space, 'id' | 'kind' | 'capacity'>,
		role: SeatRole
	): Promise<boolean> {
		const present = await repository.findSeat(trx, actorId, space.kind);
		if (present?.spaceId === space.id && present.role === role) return false;
		const at = now();
		await repository.endSeats(trx, actorId, space.kind, at);
		const { capacity } = space;
		if (capacity !== null && (await repository.countSeated(trx, space.id)) >= capacity)
			throw new DomainError('too_many_items', { limit: capacity });
		await repository.insertSeat(trx, { space, actorId, role, at });
		return true;
	}

	return {
		async list(actor, workshopId) {
			await guard(actor, workshopId, 'see_workshop');
			return repository.listSpaces(db, workshopId);
		},

		async add(actor, workshopId, draft) {
			await guard(actor, workshopId, 'prepare');
			const id = newId();
			await db.transaction().execute(async (trx) => {
				const spaces = await repository.listSpaces(trx, workshopId);
				const limit = SPACE_LIMITS.perWorkshop;
				if (spaces.length >= limit) throw new DomainError('too_many_items', { limit });
				const space = requireSpace(
					draft,
					spaces.find((one) => one.id === draft.parentId)
				);
				const position = (spaces.at(-1)?.position ?? 0) + 1;
				await repository.insertSpace(trx, { ...space, id, workshopId, position });
				const event = { action: 'space_added', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId: id, detail: { kind: space.kind } });
			});
			await deps.onSpacesChanged(workshopId);
			return id;
		},

		async remove(actor, workshopId, spaceId) {
			await guard(actor, workshopId, 'prepare');
			await db.transaction().execute(async (trx) => {
				const space = await getSpace(trx, workshopId, spaceId);
				const tables = (await repository.listSpaces(trx, workshopId)).filter(
					({ parentId }) => parentId === spaceId
				);
				const all = [spaceId, ...tables.map(({ id }) => id)];
				if ((await repository.wasSeatedIn(trx, all)) || (await hasBoardIn(trx, all)))
					throw new DomainError('activity_in_use', { name: textIn(space.name, 'ar') });
				await repository.deleteSpace(trx, spaceId);
				const event = { action: 'space_removed', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId: spaceId });
			});
			await deps.onSpacesChanged(workshopId);
		},

		async seat(actor, workshopId, { spaceId, participantId, role = 'member' }) {
			await guard(actor, workshopId, 'run');
			const actorId = await getPersonActor(db, workshopId, participantId);
			await db.transaction().execute(async (trx) => {
				const space = await getSpace(trx, workshopId, spaceId);
				if (space.kind === 'room') await leaveTableElsewhere(trx, actorId, space);
				else if (space.parentId !== null) {
					const room = await repository.findSeat(trx, actorId, 'room');
					if (room?.spaceId !== space.parentId)
						await take(trx, actorId, await getSpace(trx, workshopId, space.parentId), 'member');
				}
				// Who sits there sits in its room too, and at no table of another one.
				if (!(await take(trx, actorId, space, role))) return;
				const event = { action: 'person_seated', workshopId, actorId: actor.id } as const;
				const detail = { space: spaceId, role };
				await recordEvent(trx, { ...event, subjectId: participantId, detail });
			});
			await rooms.refreshActor(actorId);
		},

		async unseat(actor, workshopId, participantId, layer) {
			await guard(actor, workshopId, 'run');
			const actorId = await getPersonActor(db, workshopId, participantId);
			await db.transaction().execute(async (trx) => {
				if (layer === 'room') await leaveTableElsewhere(trx, actorId, undefined);
				if (!(await repository.endSeats(trx, actorId, layer, now()))) return;
				const event = { action: 'person_unseated', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId: participantId, detail: { layer } });
			});
			await rooms.refreshActor(actorId);
		},

		async leave(trx, actorId) {
			await repository.endSeats(trx, actorId, 'all', now());
		},

		async handOver(trx, { from, to }) {
			for (const kind of ['room', 'table'] as const) {
				const seat = await repository.findSeat(trx, from, kind);
				if (!seat || (await repository.findSeat(trx, to, kind))) continue;
				const space = { id: seat.spaceId, kind, capacity: null };
				await take(trx, to, space, seat.role);
			}
			await repository.endSeats(trx, from, 'all', now());
		},

		async setTableRole(trx, actorId, role) {
			const seat = await repository.findSeat(trx, actorId, 'table');
			if (!seat) throw new DomainError('not_found');
			await take(trx, actorId, { id: seat.spaceId, kind: 'table', capacity: null }, role);
		}
	};

	/** Whoever goes to a room (or to none) gets up from a table of another one. */
	async function leaveTableElsewhere(
		trx: Trx,
		actorId: string,
		room: Space | undefined
	): Promise<void> {
		const seat = await repository.findSeat(trx, actorId, 'table');
		if (!seat) return;
		const inRoom = await repository.findRoomOf(trx, seat.spaceId);
		if (inRoom !== undefined && inRoom !== room?.id)
			await repository.endSeats(trx, actorId, 'table', now());
	}
}
