import {
	collectsNotes,
	writesPrivately,
	type ActivitySetup
} from '../../domain/activities/activity-setup.ts';
import { requireState } from '../../domain/activities/activity-state.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { Vote } from '../../domain/votes/vote.ts';
import { DomainError } from '../../domain/errors.ts';
import type { EventAction, EventDetail } from '../../domain/events/event.ts';
import { assertAllowed, canInWorkshop, type WorkshopAction } from '../../domain/policy.ts';
import { wasOpened, type Stage, type StageView } from '../../domain/stage/stage.ts';
import { pausedTimer, resumedTimer, retimed, startedTimer } from '../../domain/stage/timer.ts';
import type { BoardService } from '../boards/board.service.ts';
import type { Db, RootDb, Trx } from '../db/database.ts';
import { markActivityOpened } from '../agenda/mark-activity-opened.ts';
import { getActivityFacts } from '../reads/activity-facts.ts';
import { findActivityState } from '../reads/activity-state.ts';
import { recordEvent } from '../events/record-event.ts';
import type { PrivateNotes } from '../notes/private-notes.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { listBoards } from '../reads/boards-of-workshop.ts';
import { findNewestVote } from '../reads/newest-vote.ts';
import { getStagePlace, type StagePlace } from '../reads/stage-places.ts';
import { writeActivityState } from './activity-state.repository.ts';
import { stageTelling, type StageTelling } from './stage-telling.ts';
import { clearRooms, getStage, holdStage, moveStage } from './stage.repository.ts';
import { timeNow } from '../time/clock.ts';

/**
 * Running a workshop, or one of its rooms: a stage's id is the workshop's for the hall and the room's for a
 * room. Every command names the stage's version that the facilitator saw.
 */
export interface StageService extends StageTelling {
	get(actor: Actor, stageId: string): Promise<Stage>;
	/** The workshop whose stage it is. Throws `not_found`. */
	workshopOf(stageId: string): Promise<string>;
	/**
	 * Makes an activity the current one, closing the one before; writing opens where it has columns. One that
	 * is voted in shows its vote instead, and votes of others go on. In the hall it brings everybody back from
	 * the rooms.
	 */
	openActivity(actor: Actor, stageId: string, activityId: string, seen: number): Promise<void>;
	/**
	 * Shows everybody an activity that was open before, as it stands: what goes on now is closed, nothing is written
	 * and no time runs. Throws `not_found` for one that was never opened.
	 */
	showActivity(actor: Actor, stageId: string, activityId: string, seen: number): Promise<void>;
	/** What came of any activity of the workshop, for who runs it; nothing moves. Throws `not_found`. */
	look(actor: Actor, stageId: string, activityId: string): Promise<LookedAt>;
	/** Ends writing and stops its time; the notes stay in sight. */
	closeWriting(actor: Actor, stageId: string, seen: number): Promise<void>;
	/**
	 * Shows the private notes of an activity to everybody who reads its boards, all at once; it stays so,
	 * and revealing again does nothing. Also in a closed hall. Throws `not_found` for an activity without
	 * private notes.
	 */
	revealNotes(actor: Actor, stageId: string, activityId: string, seen: number): Promise<void>;
	/** Lets everybody read the boards of all tables or rooms that an activity ran in; it stays so. */
	showBoards(actor: Actor, stageId: string, activityId: string, seen: number): Promise<void>;
	/** From now on nobody writes on the board, facilitators included. */
	lockBoard(actor: Actor, stageId: string, boardId: string, seen: number): Promise<void>;
	unlockBoard(actor: Actor, stageId: string, boardId: string, seen: number): Promise<void>;
	/** Opens writing again in the current activity, with what was left of its time. */
	reopenWriting(actor: Actor, stageId: string, seen: number): Promise<void>;
	/** What the screen and the phones show of the current activity. */
	show(actor: Actor, stageId: string, view: StageView, seen: number): Promise<void>;
	/**
	 * Keeps what a facilitator tells of the current activity, such as what was counted in it, in the place of
	 * what was kept before; everybody's page shows it. Throws `stale` for an activity that is not the current
	 * one, and as {@link requireState} does.
	 */
	keepState(
		actor: Actor,
		stageId: string,
		activityId: string,
		state: unknown,
		seen: number
	): Promise<void>;
	pauseTimer(actor: Actor, stageId: string, seen: number): Promise<void>;
	resumeTimer(actor: Actor, stageId: string, seen: number): Promise<void>;
	/** Adds minutes (or takes them, when negative) to what is left; starts a timer where there is none. */
	addMinutes(actor: Actor, stageId: string, minutes: number, seen: number): Promise<void>;
	/**
	 * Makes an activity the current one with writing ended and the vote in view, with the time that is planned
	 * for it where it only votes, and none where notes were written. `write` stores what
	 * opens the vote in the same transaction, so that of two who press at once exactly one wins.
	 */
	enterVote(actor: Actor, stageId: string, seen: number, vote: VoteStep): Promise<void>;
	/**
	 * Ends, reopens or publishes a vote: `write` does so in the same transaction. Where it is the current
	 * activity's, everybody is shown the vote, or once it is published its results. Ending and publishing are
	 * possible in a closed hall too.
	 */
	moveVote(actor: Actor, stageId: string, seen: number, move: VoteMove): Promise<void>;
}

/** What came of an activity beside its notes, which stand on its boards. */
export type LookedAt = Pick<Stage, 'vote' | 'state'>;

/** The rows of a vote that change together with the stage. */
export interface VoteStep {
	readonly activityId: string;
	readonly voteId: string;
	readonly write: (trx: Trx) => Promise<void>;
}

/** A vote that goes on, with the rows that change together with the stage. */
export interface VoteMove {
	readonly action: 'vote_ended' | 'vote_reopened' | 'vote_published';
	readonly vote: Pick<Vote, 'id' | 'activityId'>;
	readonly write: (trx: Trx) => Promise<void>;
}

interface MoveOptions {
	readonly inClosedHall?: boolean;
	/** Done once the step is stored, before everybody is told of it. */
	readonly before?: () => Promise<void>;
}

/** As what a step is remembered; its subject is the stage where none is named. */
interface MoveEvent {
	readonly action: EventAction;
	readonly subjectId?: string;
	readonly detail?: EventDetail;
}

const writingReopened = ({ activityId }: Stage): MoveEvent => ({
	action: 'writing_reopened',
	...(activityId !== null && { subjectId: activityId })
});

export function stageService(deps: {
	db: RootDb;
	rooms: Rooms;
	boards: BoardService;
	privateNotes: PrivateNotes;
	now?: () => number;
}): StageService {
	const { db, rooms, boards, privateNotes } = deps;
	const now = (): number => (deps.now ?? timeNow)();

	async function guard(actor: Actor, workshopId: string, action: WorkshopAction): Promise<void> {
		assertAllowed(canInWorkshop(actor, action, await getWorkshopAccess(db, workshopId)));
	}

	function stageAt(on: Db, place: StagePlace): Promise<Stage> {
		return getStage(on, place, (hallOpen) => boards.opened(on, place, hallOpen));
	}

	const telling = stageTelling({ db, rooms, stageAt });

	/** One step of a stage: from the version seen, in one transaction, then told to everybody. */
	async function move(
		actor: Actor,
		stageId: string,
		seen: number,
		event: MoveEvent | ((stage: Stage) => MoveEvent),
		step: (
			trx: Trx,
			stage: Stage,
			place: StagePlace
		) => Promise<Partial<Pick<Stage, 'activityId' | 'view' | 'timer'>>>,
		{ inClosedHall = false, before = () => Promise.resolve() }: MoveOptions = {}
	): Promise<void> {
		const place = await getStagePlace(db, stageId);
		await guard(actor, place.workshopId, 'run');
		await db.transaction().execute(async (trx) => {
			await holdStage(trx, place, seen);
			const stage = await stageAt(trx, place);
			if (stage.hall !== 'open' && !inClosedHall) throw new DomainError('hall_closed');
			const { activityId, view, timer } = { ...stage, ...(await step(trx, stage, place)) };
			await moveStage(trx, place, { activityId, view, timer });
			await record(trx, actor, place, typeof event === 'function' ? event(stage) : event);
		});
		try {
			await before();
		} finally {
			await telling.publish(place.workshopId);
		}
	}

	/** Remembers a step; what happened to an activity or a vote says on which stage. */
	function record(
		trx: Trx,
		actor: Actor,
		{ workshopId, spaceId }: StagePlace,
		{ action, subjectId, detail = {} }: MoveEvent
	): Promise<void> {
		const stage = spaceId ?? workshopId;
		const where: EventDetail = subjectId === undefined ? {} : { stage };
		const event = { action, workshopId, actorId: actor.id, subjectId: subjectId ?? stage };
		return recordEvent(trx, { ...event, detail: { ...where, ...detail } }, now());
	}

	async function open(
		trx: Trx,
		place: StagePlace,
		activityId: string,
		how: { readonly writing: boolean; readonly setup: ActivitySetup }
	): Promise<void> {
		const at = now();
		const hidden = writesPrivately(how.setup);
		await boards.open(trx, place, activityId, { writing: how.writing, hidden, at });
		await markActivityOpened(trx, activityId, at);
	}

	/** Closes what goes on and comes to an activity, in the hall with everybody from the rooms; gives what is in view. */
	async function enter(
		trx: Trx,
		place: StagePlace,
		activityId: string,
		how: { writing: boolean; setup: ActivitySetup; vote: Pick<Vote, 'state'> | undefined }
	): Promise<StageView> {
		await boards.close(trx, place);
		await open(trx, place, activityId, how);
		if (place.spaceId === null) await clearRooms(trx, place.workshopId);
		if (how.vote?.state === 'published') return 'results';
		return how.vote ? 'vote' : 'board';
	}

	async function bringNotes(stageId: string, activityId: string): Promise<void> {
		const { workshopId } = await getStagePlace(db, stageId);
		for (const board of await listBoards(db, workshopId))
			if (board.activityId === activityId) await privateNotes.bring(board.id);
	}

	function setLock(
		actor: Actor,
		stageId: string,
		boardId: string,
		seen: number,
		locked: boolean
	): Promise<void> {
		const step = async (trx: Trx, _stage: Stage, place: StagePlace) => {
			const activityId = await boards.lock(trx, place, boardId, locked);
			const { setup } = await getActivityFacts(trx, place.workshopId, activityId);
			if (!collectsNotes(setup)) throw new DomainError('not_found');
			return {};
		};
		const action = locked ? 'board_locked' : 'board_unlocked';
		return move(actor, stageId, seen, { action, subjectId: boardId }, step, { inClosedHall: true });
	}

	return {
		...telling,
		async get(actor, stageId) {
			const place = await getStagePlace(db, stageId);
			await guard(actor, place.workshopId, 'see_workshop');
			return stageAt(db, place);
		},
		workshopOf: async (stageId) => (await getStagePlace(db, stageId)).workshopId,
		openActivity: (actor, stageId, activityId, seen) =>
			move(
				actor,
				stageId,
				seen,
				{ action: 'activity_opened', subjectId: activityId },
				async (trx, _stage, place) => {
					const facts = await getActivityFacts(trx, place.workshopId, activityId);
					const vote = await findNewestVote(trx, activityId);
					// What was voted on is not written on anew unless a facilitator opens writing.
					const voted = vote !== undefined;
					const writing = collectsNotes(facts.setup) && !voted;
					const view = await enter(trx, place, activityId, { setup: facts.setup, writing, vote });
					const timer = startedTimer(facts.durationMinutes, now());
					return { activityId, view, timer: voted ? null : timer };
				}
			),
		showActivity: (actor, stageId, activityId, seen) =>
			move(
				actor,
				stageId,
				seen,
				{ action: 'activity_shown', subjectId: activityId },
				async (trx, stage, place) => {
					if (!wasOpened(stage, activityId)) throw new DomainError('not_found');
					const { setup } = await getActivityFacts(trx, place.workshopId, activityId);
					const vote = await findNewestVote(trx, activityId);
					const view = await enter(trx, place, activityId, { setup, writing: false, vote });
					return { activityId, view, timer: null };
				}
			),
		async look(actor, stageId, activityId) {
			const { workshopId } = await getStagePlace(db, stageId);
			await guard(actor, workshopId, 'run');
			await getActivityFacts(db, workshopId, activityId);
			const vote = (await findNewestVote(db, activityId)) ?? null;
			return { vote, state: await findActivityState(db, activityId) };
		},
		closeWriting: (actor, stageId, seen) =>
			move(actor, stageId, seen, { action: 'writing_closed' }, async (trx, { timer }, place) => {
				await boards.close(trx, place);
				return { timer: timer && pausedTimer(timer, now()) };
			}),
		revealNotes: (actor, stageId, activityId, seen) =>
			move(
				actor,
				stageId,
				seen,
				{ action: 'notes_revealed', subjectId: activityId },
				async (trx, _stage, place) => {
					const { setup } = await getActivityFacts(trx, place.workshopId, activityId);
					if (!writesPrivately(setup)) throw new DomainError('not_found');
					await boards.reveal(trx, place, activityId, now());
					return {};
				},
				// The boards are full before the phones turn to them.
				{ inClosedHall: true, before: () => bringNotes(stageId, activityId) }
			),
		showBoards: (actor, stageId, activityId, seen) =>
			move(
				actor,
				stageId,
				seen,
				{ action: 'boards_shown', subjectId: activityId },
				async (trx, _stage, place) => {
					await boards.show(trx, place, activityId, now());
					return {};
				},
				{ inClosedHall: true }
			),
		lockBoard: (actor, stageId, boardId, seen) => setLock(actor, stageId, boardId, seen, true),
		unlockBoard: (actor, stageId, boardId, seen) => setLock(actor, stageId, boardId, seen, false),
		reopenWriting: (actor, stageId, seen) =>
			move(actor, stageId, seen, writingReopened, async (trx, stage, place) => {
				if (stage.activityId === null) throw new DomainError('not_found');
				if (stage.vote && stage.vote.state !== 'published') throw new DomainError('vote_open');
				const { setup } = await getActivityFacts(trx, place.workshopId, stage.activityId);
				await open(trx, place, stage.activityId, { setup, writing: collectsNotes(setup) });
				const { timer } = stage;
				const left = timer && pausedTimer(timer, now()).remaining > 0;
				return { view: 'board', timer: left ? resumedTimer(timer, now()) : null };
			}),
		show: (actor, stageId, view, seen) =>
			move(actor, stageId, seen, { action: 'view_shown', detail: { view } }, (_trx, stage) => {
				if (view === 'results' && stage.vote?.state !== 'published')
					throw new DomainError('vote_open');
				return Promise.resolve({ view });
			}),
		keepState: (actor, stageId, activityId, state, seen) =>
			move(
				actor,
				stageId,
				seen,
				{ action: 'activity_state_kept', subjectId: activityId },
				async (trx, stage, place) => {
					if (stage.activityId !== activityId) throw new DomainError('stale');
					const { setup } = await getActivityFacts(trx, place.workshopId, activityId);
					await writeActivityState(trx, activityId, requireState(setup, state), now());
					return {};
				}
			),
		enterVote: (actor, stageId, seen, { activityId, voteId, write }) =>
			move(
				actor,
				stageId,
				seen,
				{ action: 'vote_opened', subjectId: voteId },
				async (trx, stage, place) => {
					const { setup, durationMinutes } = await getActivityFacts(
						trx,
						place.workshopId,
						activityId
					);
					const moved = activityId !== stage.activityId;
					await boards.close(trx, place);
					if (moved) await open(trx, place, activityId, { setup, writing: false });
					await write(trx);
					// What was left of writing is not the time of the vote.
					const planned = moved ? startedTimer(durationMinutes, now()) : stage.timer;
					return { activityId, view: 'vote', timer: collectsNotes(setup) ? null : planned };
				}
			),
		moveVote: (actor, stageId, seen, { action, vote, write }) =>
			move(
				actor,
				stageId,
				seen,
				{ action, subjectId: vote.id },
				async (trx, stage) => {
					await write(trx);
					if (stage.activityId !== vote.activityId) return {};
					return { view: action === 'vote_published' ? 'results' : 'vote', timer: null };
				},
				{ inClosedHall: action !== 'vote_reopened' }
			),
		pauseTimer: (actor, stageId, seen) =>
			move(actor, stageId, seen, { action: 'timer_paused' }, (_trx, { timer }) =>
				Promise.resolve({ timer: timer && pausedTimer(timer, now()) })
			),
		resumeTimer: (actor, stageId, seen) =>
			move(actor, stageId, seen, { action: 'timer_resumed' }, (_trx, { timer }) =>
				Promise.resolve({ timer: timer && resumedTimer(timer, now()) })
			),
		addMinutes: (actor, stageId, minutes, seen) =>
			move(
				actor,
				stageId,
				seen,
				{ action: 'timer_changed', detail: { minutes } },
				(_trx, { timer }) => Promise.resolve({ timer: retimed(timer, minutes, now()) })
			)
	};
}
