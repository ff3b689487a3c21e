import { writeStage } from '../../board/stage-doc.ts';
import { collectsNotes } from '../../domain/activities/activity-setup.ts';
import type { Actor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import { assertAllowed, canInWorkshop, type WorkshopAction } from '../../domain/policy.ts';
import { timeLeft, type Stage, type StageView, type Timer } from '../../domain/stage/stage.ts';
import type { RootDb, Trx } from '../db/database.ts';
import type { PrivateNotes } from '../notes/private-notes.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import {
	closeActivities,
	getActivityFacts,
	getStage,
	holdStage,
	lockActivity,
	moveStage,
	openActivity,
	revealActivity
} from './stage.repository.ts';

/** Running a workshop. Every command names the stage's version that the facilitator saw. */
export interface StageService {
	get(actor: Actor, workshopId: string): Promise<Stage>;
	/** Makes an activity the current one, closing the one before; writing opens where it has columns. */
	openActivity(actor: Actor, workshopId: string, activityId: string, seen: number): Promise<void>;
	/** Ends writing; the notes stay in sight. */
	closeWriting(actor: Actor, workshopId: string, seen: number): Promise<void>;
	/**
	 * Shows the private notes of an activity to everybody, all at once; it stays so, and revealing again
	 * does nothing. Also in a closed hall. Throws `not_found` for an activity without private notes.
	 */
	revealNotes(actor: Actor, workshopId: string, activityId: string, seen: number): Promise<void>;
	/** From now on nobody writes on the activity's board, facilitators included. */
	lockBoard(actor: Actor, workshopId: string, activityId: string, seen: number): Promise<void>;
	unlockBoard(actor: Actor, workshopId: string, activityId: string, seen: number): Promise<void>;
	/** Opens writing again in the current activity. */
	reopenWriting(actor: Actor, workshopId: string, seen: number): Promise<void>;
	/** What the screen and the phones show of the current activity. */
	show(actor: Actor, workshopId: string, view: StageView, seen: number): Promise<void>;
	pauseTimer(actor: Actor, workshopId: string, seen: number): Promise<void>;
	resumeTimer(actor: Actor, workshopId: string, seen: number): Promise<void>;
	/** Adds minutes (or takes them, when negative) to what is left. */
	addMinutes(actor: Actor, workshopId: string, minutes: number, seen: number): Promise<void>;
	/**
	 * Makes an activity the current one with writing ended and the vote in view. `write` stores what
	 * opens the vote in the same transaction, so that of two who press at once exactly one wins.
	 */
	enterVote(actor: Actor, workshopId: string, seen: number, vote: VoteStep): Promise<void>;
	/** Puts the results in view; `write` closes the vote in the same transaction. Also in a closed hall. */
	leaveVote(
		actor: Actor,
		workshopId: string,
		seen: number,
		write: VoteStep['write']
	): Promise<void>;
	/** Tells everybody what the rows say now: after the hall, the agenda or a vote changed. */
	publish(workshopId: string): Promise<void>;
	/** As publish, where nobody may do more or less than before. */
	announce(workshopId: string): Promise<void>;
}

/** The rows of a vote that change together with the stage. */
export interface VoteStep {
	readonly activityId: string;
	readonly write: (trx: Trx) => Promise<void>;
}

interface MoveOptions {
	readonly inClosedHall?: boolean;
	/** Done once the step is stored, before everybody is told of it. */
	readonly before?: () => Promise<void>;
}

const MINUTE = 60_000;
const LONGEST = 24 * 60 * MINUTE;

export function stageService(deps: {
	db: RootDb;
	rooms: Rooms;
	privateNotes: PrivateNotes;
	now?: () => number;
}): StageService {
	const { db, rooms, privateNotes } = deps;
	const now = (): number => (deps.now ?? Date.now)();

	async function guard(actor: Actor, workshopId: string, action: WorkshopAction): Promise<void> {
		assertAllowed(canInWorkshop(actor, action, await getWorkshopAccess(db, workshopId)));
	}

	/** One step of the stage: from the version seen, in one transaction, then told to everybody. */
	async function move(
		actor: Actor,
		workshopId: string,
		seen: number,
		step: (
			trx: Trx,
			stage: Stage
		) => Promise<Partial<Pick<Stage, 'activityId' | 'view' | 'timer'>>>,
		{ inClosedHall = false, before = () => Promise.resolve() }: MoveOptions = {}
	): Promise<void> {
		await guard(actor, workshopId, 'run');
		await db.transaction().execute(async (trx) => {
			await holdStage(trx, workshopId, seen);
			const stage = await getStage(trx, workshopId);
			if (stage.hall !== 'open' && !inClosedHall) throw new DomainError('workshop_closed');
			const { activityId, view, timer } = { ...stage, ...(await step(trx, stage)) };
			await moveStage(trx, workshopId, { activityId, view, timer });
		});
		try {
			await before();
		} finally {
			await publish(workshopId);
		}
	}

	async function announce(workshopId: string): Promise<Stage> {
		const stage = await getStage(db, workshopId);
		await rooms.change('stage', workshopId, null, (doc) => writeStage(doc, stage));
		return stage;
	}

	async function publish(workshopId: string): Promise<void> {
		const stage = await announce(workshopId);
		await Promise.all([
			...(['stage', 'clusters', 'plan'] as const).map((kind) => rooms.refresh(kind, workshopId)),
			...stage.visible.flatMap((activityId) => [
				rooms.refresh('board', activityId),
				rooms.refresh('private', activityId)
			])
		]);
	}

	function retimed(timer: Timer | null, change: (left: number) => number): Timer | null {
		if (!timer) return null;
		const left = Math.min(LONGEST, Math.max(0, change(timeLeft(timer, now()))));
		const running = timer.endsAt !== null;
		return {
			endsAt: running ? now() + left : null,
			remaining: left,
			duration: Math.max(timer.duration, left)
		};
	}

	function setLock(
		actor: Actor,
		workshopId: string,
		activityId: string,
		seen: number,
		locked: boolean
	): Promise<void> {
		const step = async (trx: Trx) => {
			await lockActivity(trx, workshopId, activityId, locked);
			return {};
		};
		return move(actor, workshopId, seen, step, { inClosedHall: true });
	}

	return {
		publish,
		async announce(workshopId) {
			await announce(workshopId);
		},
		async get(actor, workshopId) {
			await guard(actor, workshopId, 'see_workshop');
			return getStage(db, workshopId);
		},
		openActivity: (actor, workshopId, activityId, seen) =>
			move(actor, workshopId, seen, async (trx, stage) => {
				if (stage.vote?.state === 'open') throw new DomainError('vote_open');
				const facts = await getActivityFacts(trx, workshopId, activityId);
				await closeActivities(trx, workshopId);
				await openActivity(trx, activityId, collectsNotes(facts.setup), now());
				const duration = facts.durationMinutes * MINUTE;
				const timer = { endsAt: now() + duration, remaining: duration, duration };
				return { activityId, view: 'board', timer: duration > 0 ? timer : null };
			}),
		closeWriting: (actor, workshopId, seen) =>
			move(actor, workshopId, seen, async (trx) => {
				await closeActivities(trx, workshopId);
				return {};
			}),
		revealNotes: (actor, workshopId, activityId, seen) =>
			move(
				actor,
				workshopId,
				seen,
				async (trx) => {
					await revealActivity(trx, workshopId, activityId, now());
					return {};
				},
				// The board is full before the phones turn to it.
				{ inClosedHall: true, before: () => privateNotes.bring(activityId) }
			),
		lockBoard: (actor, workshopId, activityId, seen) =>
			setLock(actor, workshopId, activityId, seen, true),
		unlockBoard: (actor, workshopId, activityId, seen) =>
			setLock(actor, workshopId, activityId, seen, false),
		reopenWriting: (actor, workshopId, seen) =>
			move(actor, workshopId, seen, async (trx, stage) => {
				if (stage.activityId === null) throw new DomainError('not_found');
				if (stage.vote?.state === 'open') throw new DomainError('vote_open');
				const facts = await getActivityFacts(trx, workshopId, stage.activityId);
				await openActivity(trx, stage.activityId, collectsNotes(facts.setup), now());
				return { view: 'board' };
			}),
		show: (actor, workshopId, view, seen) =>
			move(actor, workshopId, seen, (_trx, stage) => {
				if (view === 'results' && stage.vote?.state !== 'closed')
					throw new DomainError('vote_open');
				return Promise.resolve({ view });
			}),
		enterVote: (actor, workshopId, seen, { activityId, write }) =>
			move(actor, workshopId, seen, async (trx, stage) => {
				await getActivityFacts(trx, workshopId, activityId);
				await closeActivities(trx, workshopId);
				if (activityId !== stage.activityId) await openActivity(trx, activityId, false, now());
				await write(trx);
				const timer = activityId === stage.activityId ? stage.timer : null;
				return { activityId, view: 'vote', timer };
			}),
		leaveVote: (actor, workshopId, seen, write) =>
			move(
				actor,
				workshopId,
				seen,
				async (trx) => {
					await write(trx);
					return { view: 'results' };
				},
				{ inClosedHall: true }
			),
		pauseTimer: (actor, workshopId, seen) =>
			move(actor, workshopId, seen, (_trx, { timer }) =>
				Promise.resolve({
					timer: timer && { ...timer, endsAt: null, remaining: timeLeft(timer, now()) }
				})
			),
		resumeTimer: (actor, workshopId, seen) =>
			move(actor, workshopId, seen, (_trx, { timer }) =>
				Promise.resolve({
					timer: timer && { ...timer, endsAt: now() + timeLeft(timer, now()) }
				})
			),
		addMinutes: (actor, workshopId, minutes, seen) =>
			move(actor, workshopId, seen, (_trx, { timer }) =>
				Promise.resolve({ timer: retimed(timer, (left) => left + minutes * MINUTE) })
			)
	};
}
