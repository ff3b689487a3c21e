import { boardFor } from '#lib/domain/stage/stage.ts';
import type { WebSocket } from 'ws';
import { readStage } from '#lib/board/stage-doc.ts';
import type { FactLedger } from '../crash/fact-ledger.ts';
import { Participant } from '../crash/writing-person.ts';
import type { SeededRandom } from '../fuzz/seeded-random.ts';
import { LiveClient, type LiveClientIdentity } from '../support/sockets/live-client.ts';

/** Where the rooms are, and which workshop it is. */
export interface SoakPlace {
	readonly syncUrl: string;
	readonly workshopId: string;
	readonly groupingId: string;
}

/** Seconds that a person stays in each state, at least and at most. */
const STAY = {
	here: [45, 240],
	asleep: [5, 60],
	offline: [5, 60],
	away: [10, 60]
} as const;

/** Seconds between two things that a person writes. */
const PACE = [20, 90] as const;

/** Notes that one person writes at most in one activity. */
const MOST_NOTES = 30;

/** What the page may be doing: shown, on a phone in a pocket, without network, or closed. */
type PhoneState = keyof typeof STAY;

/**
 * One participant's phone with the sockets of the product's page: the stage, and the board of the current
 * activity. It falls asleep with its sockets half open, loses the network, is closed and opened again, and
 * its person writes at a person's pace, also while offline.
 */
export class SoakPhone {
	state: PhoneState = 'away';
	/** Changes that came after writing was closed; the product hands them in as late notes. */
	late = 0;
	/** What must not happen, in words. */
	readonly problems: string[] = [];
	private readonly place: SoakPlace;
	private readonly who: LiveClientIdentity;
	private readonly random: SeededRandom;
	private readonly name: number;
	private stage: LiveClient | undefined;
	private board: { readonly id: string; readonly writer: Participant } | undefined;
	private readonly kept: FactLedger[] = [];
	private readonly timers = new Set<NodeJS.Timeout>();
	private ending = false;

	constructor(place: SoakPlace, who: LiveClientIdentity, random: SeededRandom, name: number) {
		this.place = place;
		this.who = who;
		this.random = random;
		this.name = name;
	}

	/** Opens the page, and goes on as a person does until `settle`. */
	start(): void {
		this.become('here');
		this.later(PACE, () => this.write());
		const follow = setInterval(() => this.followStage(), 500);
		this.timers.add(follow);
	}

	/** Comes back for the end and writes nothing more. */
	settle(): void {
		this.ending = true;
		for (const timer of this.timers) clearInterval(timer);
		this.timers.clear();
		if (this.state !== 'here') this.become('here');
		this.followStage();
	}

	/** Everything that was written here is on disk, or was refused as too late. */
	get settled(): boolean {
		this.notePast();
		return this.board === undefined || this.board.writer.client.allSaved;
	}

	/** What every replica that this phone ever had was told. */
	get ledgers(): readonly FactLedger[] {
		return [...this.kept, ...(this.board?.writer.ledgers ?? [])];
	}

	destroy(): void {
		for (const timer of this.timers) clearInterval(timer);
		this.stage?.destroy();
		this.stage = undefined;
		this.closeBoard();
		this.state = 'away';
	}

	private become(state: PhoneState): void {
		const before = this.state;
		this.state = state;
		if (state === 'away') {
			this.stage?.destroy();
			this.stage = undefined;
			this.closeBoard();
		} else if (state === 'here') this.wake(before);
		else
			for (const { provider } of this.clients)
				if (state === 'offline') provider.disconnect();
				else (provider.ws as unknown as WebSocket | null)?.pause();
		if (!this.ending) this.later(STAY[state], () => this.become(this.nextState()));
	}

	private nextState(): PhoneState {
		return this.state === 'here' ? this.random.pick(['asleep', 'offline', 'away']) : 'here';
	}

	private wake(before: PhoneState): void {
		this.stage ??= new LiveClient(this.place.syncUrl, `stage.${this.place.workshopId}`, this.who);
		if (before === 'away') return;
		for (const { provider } of this.clients) {
			(provider.ws as unknown as WebSocket | null)?.resume();
			provider.connect();
		}
	}

	private get clients(): readonly LiveClient[] {
		return [this.stage, this.board?.writer.client].filter((client) => client !== undefined);
	}

	/** Opens the board that the stage names, and lets go of the one before once it is safe. */
	private followStage(): void {
		if (this.state !== 'here' || !this.stage) return;
		this.notePast();
		const stage = readStage(this.stage.doc);
		const id = stage && boardFor(stage, stage.activityId)?.id;
		if (id === undefined || this.board?.id === id) return;
		if (this.board && this.board.writer.client.sent > 0 && !this.board.writer.client.allSaved)
			return;
		this.closeBoard();
		const { syncUrl } = this.place;
		const room = { syncUrl, room: `board.${id}` };
		const options = { name: this.name, mostNotes: MOST_NOTES };
		this.board = { id, writer: new Participant(room, this.who, this.random, options) };
	}

	/** A refusal as closed ends the replica, as in the product, where the words become late notes. */
	private notePast(): void {
		const writer = this.board?.writer;
		if (!writer) return;
		const { refusal, provider, closeCode } = writer.client;
		if (refusal === undefined && provider.shouldConnect) return;
		if (this.state !== 'here') return;
		if (refusal === 'activity_closed') this.late += writer.ledgers.at(-1)?.waiting ?? 0;
		else this.problems.push(refusal ?? `a socket was ended with ${String(closeCode)}`);
		this.closeBoard();
	}

	private closeBoard(): void {
		if (!this.board) return;
		this.kept.push(...this.board.writer.ledgers);
		this.board.writer.client.destroy();
		this.board = undefined;
	}

	private write(): void {
		const { client } = this.board?.writer ?? {};
		// The page takes the field away when writing is closed; a phone without network does not know.
		if (this.state !== 'asleep' && client?.status?.mayWrite) this.board?.writer.act();
		this.later(PACE, () => this.write());
	}

	private later([least, most]: readonly [number, number], then: () => void): void {
		const seconds = least + this.random.next() * (most - least);
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			then();
		}, seconds * 1000);
		this.timers.add(timer);
	}
}
