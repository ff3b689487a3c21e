import { askServer } from '#lib/client/ask-server.ts';
import type { LiveBoard } from '#lib/client/board/live-board.svelte.ts';
import { serverNow } from '#lib/client/server-clock.ts';
import type { NoteCategories } from '#lib/domain/boards/note-categories.ts';
import type { Stage, StageVote } from '#lib/domain/stage/stage.ts';
import type { VoteResults } from '#lib/domain/votes/publication.ts';
import type { Turnout, WaitingVoter } from '#lib/domain/votes/vote.ts';

const TURNOUT_EVERY = 3_000;
const NOTES_SETTLE = 800;
const CLOCK_EVERY = 5_000;

/** A published vote as the run page shows it. */
export type ShownResults = Omit<VoteResults, 'options' | 'groups'>;

/** What came of an activity that is looked at, beside its notes. */
type LookedActivity = Pick<Stage, 'vote' | 'state'>;

/**
 * What the run page reads beside its live rooms: how many voted and who waits to, the record of a published
 * vote, the categories behind notes, how many wrote privately, and how many notes stand on boards that are not looked
 * at. What could be read last stays while the server cannot be reached.
 */
export class RoomReadings {
	turnout = $state.raw<Turnout | null>(null);
	results = $state.raw<ShownResults | null>(null);
	noteCategories = $state.raw<NoteCategories>({});
	/** What came of the activity that is looked at; null until it was read. */
	looked = $state.raw<LookedActivity | null>(null);
	/** Who joined after the open vote was opened and was not let into it. */
	waiting = $state.raw<readonly WaitingVoter[]>([]);
	/** Reads that again, as after some were let in. */
	readWaiting: () => void = () => undefined;
	/** People who wrote privately for the current board; null until it was read. */
	writers = $state.raw<number | null>(null);
	/** Board to the notes on it; null until it was read. */
	counts = $state.raw<Readonly<Record<string, number>> | null>(null);
	private tick = $state(0);

	constructor() {
		$effect(() => {
			const timer = setInterval(() => this.tick++, CLOCK_EVERY);
			return () => clearInterval(timer);
		});
	}

	/** The server's time; follows in runes every few seconds, and each new note. */
	now(board: LiveBoard): number {
		return this.tick + board.notes.length < 0 ? 0 : serverNow();
	}

	/** For an effect: reads the turnout again and again until the vote is published, then its record once. */
	followVote(vote: StageVote | null): (() => void) | undefined {
		this.turnout = null;
		this.results = null;
		if (!vote) return undefined;
		const path = `/api/votes/${vote.id}`;
		if (vote.state === 'published') {
			void readOf<ShownResults>(`${path}/results?as=account`, { voteId: vote.id }).then(
				(results) => (this.results = results ?? null)
			);
			return undefined;
		}
		const read = async (): Promise<void> => {
			this.turnout =
				(await readOf<Turnout>(`${path}/turnout?as=account`, { voteId: vote.id })) ?? this.turnout;
		};
		void read();
		const timer = setInterval(() => void read(), TURNOUT_EVERY);
		return () => clearInterval(timer);
	}

	/** For an effect: reads once what came of an activity that is looked at, with its results; null ends it. */
	followLook(workshopId: string, activityId: string | null): (() => void) | undefined {
		this.looked = null;
		this.results = null;
		if (activityId === null) return undefined;
		const leaving = new AbortController();
		const left = (): boolean => leaving.signal.aborted;
		const path = `/workshops/${workshopId}/run/look/${activityId}`;
		void (async () => {
			const looked = await readOf<LookedActivity>(path, { activityId });
			if (left()) return;
			this.looked = looked ?? null;
			if (looked?.vote?.state !== 'published') return;
			const results = await readOf<ShownResults>(
				`/api/votes/${looked.vote.id}/results?as=account`,
				{ voteId: looked.vote.id }
			);
			if (!left()) this.results = results ?? null;
		})();
		return () => leaving.abort();
	}

	/** For an effect: reads again and again who waits to be let into an open vote; null ends it. */
	followWaiting(workshopId: string, voteId: string | null): (() => void) | undefined {
		this.waiting = [];
		this.readWaiting = () => undefined;
		if (voteId === null) return undefined;
		const path = `/workshops/${workshopId}/run/waiting-voters/${voteId}`;
		const read = async (): Promise<void> => {
			const answer = await readOf<{ waiting: readonly WaitingVoter[] }>(path, { voteId });
			this.waiting = answer?.waiting ?? this.waiting;
		};
		this.readWaiting = () => void read();
		void read();
		const timer = setInterval(() => void read(), TURNOUT_EVERY);
		return () => clearInterval(timer);
	}

	/** For an effect: reads again and again how many wrote privately; null ends it. */
	followWriters(workshopId: string, boardId: string | null): (() => void) | undefined {
		this.writers = null;
		if (boardId === null) return undefined;
		const path = `/workshops/${workshopId}/run/private-writers/${boardId}`;
		const read = async (): Promise<void> => {
			this.writers = (await readOf<{ people: number }>(path, { boardId }))?.people ?? this.writers;
		};
		void read();
		const timer = setInterval(() => void read(), CLOCK_EVERY);
		return () => clearInterval(timer);
	}

	/** For an effect: where several boards are written on, reads again and again how many notes each has. */
	followCounts(workshopId: string, several: boolean): (() => void) | undefined {
		this.counts = null;
		if (!several) return undefined;
		const path = `/workshops/${workshopId}/run/note-counts`;
		const read = async (): Promise<void> => {
			const answer = await readOf<{ counts: Readonly<Record<string, number>> }>(path, {
				workshopId
			});
			this.counts = answer?.counts ?? this.counts;
		};
		void read();
		const timer = setInterval(() => void read(), CLOCK_EVERY);
		return () => clearInterval(timer);
	}

	/**
	 * For an effect: reads the categories of a board's notes a moment after their number changed, 0 while
	 * writing goes on, when none is told.
	 */
	followNotes(workshopId: string, boardId: string | null, count: number): (() => void) | undefined {
		if (boardId === null || count === 0) return undefined;
		const timer = setTimeout(() => {
			const path = `/workshops/${workshopId}/run/note-categories/${boardId}`;
			void readOf<{ categories: NoteCategories }>(path, { boardId }).then((answer) => {
				if (answer) this.noteCategories = answer.categories;
			});
		}, NOTES_SETTLE);
		return () => clearTimeout(timer);
	}
}

/** What the server says of the thing with these names; undefined where it could not be read. */
async function readOf<T>(path: string, names: Record<string, string>): Promise<T | undefined> {
	const answer = await askServer<T>(path, names);
	return answer.ok ? answer.value : undefined;
}
