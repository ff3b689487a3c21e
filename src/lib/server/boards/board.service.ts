import { runsIn } from '../../domain/activities/activity-setup.ts';
import { DomainError } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import type { SpaceKind } from '../../domain/spaces/space.ts';
import type { StageBoard } from '../../domain/stage/stage.ts';
import { textIn } from '../../domain/text/locale.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import type { Db, RootDb, Trx } from '../db/database.ts';
import { getActivityKind } from '../reads/activity-setup.ts';
import { activityTitle } from '../reads/activity-title.ts';
import { recordEvent } from '../events/record-event.ts';
import { listBoards, type PlacedBoard } from '../reads/boards-of-workshop.ts';
import { findSpaceKind, listSpaceIds } from '../reads/spaces.ts';
import type { StagePlace } from '../reads/stage-places.ts';
import * as repository from './board.repository.ts';

/**
 * The boards of a workshop's activities. What takes a transaction is unguarded: for services that decided
 * that it may be done, and do more in the same transaction.
 */
export interface BoardService {
	/**
	 * Lets an activity have its boards: one for the hall, or one for each space of the kind that it runs in,
	 * those that came since included.
	 */
	provide(trx: Trx, workshopId: string, activityId: string): Promise<void>;
	/**
	 * Says where an activity runs: in the hall, or in each room or table at once. Throws `activity_in_use`
	 * (details: name) once it was opened, `invalid_input` where its kind does not run, and `not_found`
	 * where there is no such space or activity.
	 */
	divide(
		actor: Actor,
		workshopId: string,
		activityId: string,
		into: 'hall' | SpaceKind
	): Promise<void>;
	/** The boards that were opened and concern a stage, in the order of agenda and spaces. */
	opened(db: Db, place: StagePlace, hallOpen: boolean): Promise<StageBoard[]>;
	/**
	 * Opens an activity's boards; with `writing` for notes, which with `hidden` nobody sees before the
	 * reveal. Throws `not_found` where the activity has no board in that place.
	 */
	open(
		trx: Trx,
		place: StagePlace,
		activityId: string,
		how: { readonly writing: boolean; readonly hidden: boolean; readonly at: number }
	): Promise<void>;
	/** Ends writing on every board of the place. */
	close(trx: Trx, place: StagePlace): Promise<void>;
	/** Lets everybody who reads an activity's boards see their notes from `at` on. Throws `not_found`. */
	reveal(trx: Trx, place: StagePlace, activityId: string, at: number): Promise<void>;
	/** Lets those of other spaces read an activity's boards from `at` on. Throws `not_found`. */
	show(trx: Trx, place: StagePlace, activityId: string, at: number): Promise<void>;
	/** Locks a board or unlocks it, and gives its activity. Throws `not_found` unless it was opened. */
	lock(trx: Trx, place: StagePlace, boardId: string, locked: boolean): Promise<string>;
}

export function boardService({ db }: { db: RootDb }): BoardService {
	/** Those of an activity that the place has charge of and that were opened. Throws `not_found`. */
	async function openedOf(trx: Trx, place: StagePlace, activityId: string): Promise<string[]> {
		const boards = await listBoards(trx, place.workshopId);
		const ids = boards
			.filter((board) => board.activityId === activityId && board.openedAt !== null)
			.filter((board) => isIn(place, board))
			.map(({ id }) => id);
		if (ids.length === 0) throw new DomainError('not_found');
		return ids;
	}

	async function provide(trx: Trx, workshopId: string, activityId: string): Promise<void> {
		const boards = await listBoards(trx, workshopId);
		const present = boards.filter((board) => board.activityId === activityId);
		const [first] = present;
		const kind =
			typeof first?.spaceId === 'string' ? await findSpaceKind(trx, first.spaceId) : undefined;
		const wanted = kind ? await listSpaceIds(trx, workshopId, kind) : [null];
		const known = new Set(present.map(({ spaceId }) => spaceId));
		for (const spaceId of wanted)
			if (!known.has(spaceId))
				await repository.insertBoard(trx, { id: newId(), workshopId, activityId, spaceId });
	}

	return {
		provide,

		async divide(actor, workshopId, activityId, into) {
			assertAllowed(canInWorkshop(actor, 'prepare', await getWorkshopAccess(db, workshopId)));
			await db.transaction().execute(async (trx) => {
				const boards = await listBoards(trx, workshopId);
				const present = boards.filter((board) => board.activityId === activityId);
				if (present.length === 0) throw new DomainError('not_found');
				if (present.some(({ openedAt }) => openedAt !== null)) {
					const name = textIn(await activityTitle(trx, activityId), 'ar');
					throw new DomainError('activity_in_use', { name });
				}
				const activity = { kind: await getActivityKind(trx, activityId) };
				if (!runsIn(activity, into)) throw new DomainError('invalid_input', { field: 'into' });
				const spaces = into === 'hall' ? [null] : await listSpaceIds(trx, workshopId, into);
				if (spaces.length === 0) throw new DomainError('not_found');
				await repository.deleteBoards(trx, activityId);
				for (const spaceId of spaces)
					await repository.insertBoard(trx, { id: newId(), workshopId, activityId, spaceId });
				const event = { action: 'boards_divided', workshopId, actorId: actor.id } as const;
				await recordEvent(trx, { ...event, subjectId: activityId, detail: { into } });
			});
		},

		async opened(on, place, hallOpen) {
			const boards = await listBoards(on, place.workshopId);
			return boards
				.filter((board) => board.openedAt !== null && concerns(place, board))
				.map((board) => ({
					id: board.id,
					activityId: board.activityId,
					spaceId: board.spaceId,
					name: board.name,
					open: board.state === 'open' && hallOpen,
					revealed: board.revealedAt !== null,
					locked: board.locked,
					shown: board.spaceId === null || board.shownAt !== null
				}));
		},

		async open(trx, place, activityId, how) {
			await provide(trx, place.workshopId, activityId);
			const boards = await listBoards(trx, place.workshopId);
			const ids = boards
				.filter((board) => board.activityId === activityId && isIn(place, board))
				.map(({ id }) => id);
			if (ids.length === 0) throw new DomainError('not_found');
			await repository.openBoards(trx, ids, how);
		},

		async close(trx, place) {
			const boards = await listBoards(trx, place.workshopId);
			const ids = boards
				.filter((board) => board.state === 'open' && isIn(place, board))
				.map(({ id }) => id);
			if (ids.length > 0) await repository.closeBoards(trx, ids);
		},

		async reveal(trx, place, activityId, at) {
			const ids = await openedOf(trx, place, activityId);
			await repository.markSeen(trx, ids, 'revealed_at', at);
		},

		async show(trx, place, activityId, at) {
			const ids = await openedOf(trx, place, activityId);
			await repository.markSeen(trx, ids, 'shown_at', at);
		},

		async lock(trx, place, boardId, locked) {
			const boards = await listBoards(trx, place.workshopId);
			const board = boards.find(({ id }) => id === boardId);
			if (typeof board?.openedAt !== 'number' || !isIn(place, board))
				throw new DomainError('not_found');
			await repository.setLock(trx, boardId, locked);
			return board.activityId;
		}
	};
}

/** The hall has charge of every board, a room of its own and its tables'. */
function isIn(place: StagePlace, board: PlacedBoard): boolean {
	return place.spaceId === null || board.roomId === place.spaceId;
}

/** Who follows a room's stage looks at the hall's boards too, and at no other room's. */
function concerns(place: StagePlace, board: PlacedBoard): boolean {
	return isIn(place, board) || board.roomId === null;
}
