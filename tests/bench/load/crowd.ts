import { Arrivals } from './arrivals.ts';
import { Latencies, type LatencyCounts } from './latencies.ts';
import { noteText } from './note-text.ts';
import { Person, type Visit, type Wire } from './person.ts';
import { seededRandom, waitingTime } from './random.ts';

/** How people come in. */
export interface Entrance {
	/** Which of the people. */
	readonly from: number;
	readonly to: number;
	/** Milliseconds over which they come, evenly. */
	readonly within: number;
	readonly presence: boolean;
	/** Notes that everybody has in the end; 0 when only the first state is waited for. */
	readonly notes: number;
	/** Two of three kept a replica of `stateVector`, which has the notes below `known`. */
	readonly replica?: { readonly stateVector: Uint8Array; readonly known: number };
	/** Every third one wrote a note while away; the first has this number. */
	readonly offlineFrom?: number;
	/** Milliseconds after which it is given up. */
	readonly patience: number;
}

export interface Entered {
	/** Milliseconds from the first one's coming until everybody was in step. */
	readonly inStepAfter: number;
	/** People who were not in step when it was given up. */
	readonly outOfStep: number;
	/** From each one's own coming until they had the state. */
	readonly each: LatencyCounts;
}

/** How notes are written: on people's own accord, so at random times. */
export interface Writing {
	readonly notesPerSecond: number;
	readonly seconds: number;
	readonly seed: number;
	/** The number of the first note. */
	readonly from: number;
	/** Milliseconds to wait for what is on its way in the end. */
	readonly patience: number;
}

export interface Written {
	readonly notes: number;
	readonly expected: number;
	readonly delivered: number;
	readonly latencies: LatencyCounts;
	readonly acknowledged: LatencyCounts;
	/** The numbers of the notes that were acknowledged. */
	readonly acknowledgedNotes: readonly number[];
	/** The generator's own use of its core, 0 to 1: near 1 it measures itself. */
	readonly generatorUse: number;
}

const EMPTY = Uint8Array.of(0);

/** All people of a run, in one process: who came, what they wrote and what reached whom. */
export class Crowd {
	/** Why sockets were lost, and how often. */
	readonly lost = new Map<string, number>();
	private readonly wire: Wire;
	private readonly visits: readonly Visit[];
	private readonly people = new Map<number, Person>();
	private readonly capacity: number;
	private arrivals: Arrivals;
	private acknowledged = new Latencies();
	private acknowledgedNotes: number[] = [];

	/** `notes` is the highest number of notes in a run. */
	constructor(wire: Wire, visits: readonly Visit[], notes: number) {
		this.wire = wire;
		this.visits = visits;
		this.capacity = notes;
		this.arrivals = new Arrivals(visits.length, notes);
	}

	async enter(entrance: Entrance): Promise<Entered> {
		const start = performance.now();
		const each = new Latencies();
		const { from, to } = entrance;
		let waiting = to - from;
		const coming: Promise<void>[] = [];
		for (let index = from; index < to; index++) {
			const due = start + (entrance.within * (index - from)) / (to - from);
			const early = due - performance.now();
			if (early > 1) await pause(early);
			const cameAt = performance.now();
			coming.push(
				this.bring(index, entrance)
					.ready()
					.then(() => {
						each.add(performance.now() - cameAt);
						waiting--;
					})
			);
		}
		const giveUp = start + entrance.patience;
		await Promise.race([Promise.all(coming), pause(giveUp - performance.now())]);
		const complete = (): boolean => waiting === 0 && this.lacking(entrance) === 0;
		while (!complete() && performance.now() < giveUp) await pause(5);
		return {
			inStepAfter: performance.now() - start,
			outOfStep: Math.max(waiting, this.lacking(entrance)),
			each: each.toCounts()
		};
	}

	async write(writing: Writing): Promise<Written> {
		const random = seededRandom(writing.seed);
		const indices = [...this.people.keys()];
		const notes: { due: number; author: number; text: string }[] = [];
		for (
			let due = waitingTime(random, 1000 / writing.notesPerSecond);
			due < writing.seconds * 1000;
			due += waitingTime(random, 1000 / writing.notesPerSecond)
		) {
			const author = indices[Math.floor(random() * indices.length)] ?? 0;
			notes.push({ due, author, text: noteText(writing.from + notes.length, random) });
		}
		const before = this.arrivals.delivered;
		const expected = this.deliveries(notes);
		const cpu = process.cpuUsage();
		const start = performance.now();
		for (const [count, { due, author, text }] of notes.entries()) {
			const early = start + due - performance.now();
			if (early > 0) await pause(early);
			const person = this.people.get(author);
			if (!person) continue;
			const frame = person.prepare(text);
			const now = performance.now();
			this.arrivals.sent(writing.from + count, author, now);
			person.send(frame, writing.from + count, now);
		}
		const { user, system } = process.cpuUsage(cpu);
		const took = performance.now() - start;
		const giveUp = performance.now() + writing.patience;
		const arrived = (): number => this.arrivals.delivered - before;
		while (arrived() < expected && performance.now() < giveUp) await pause(10);
		// The last acknowledgement may come after the last note.
		await pause(50);
		const written = {
			notes: notes.length,
			expected,
			delivered: arrived(),
			latencies: this.arrivals.latencies.toCounts(),
			acknowledged: this.acknowledged.toCounts(),
			acknowledgedNotes: this.acknowledgedNotes,
			generatorUse: (user + system) / 1000 / took
		};
		this.arrivals = new Arrivals(this.visits.length, this.capacity);
		this.acknowledged = new Latencies();
		this.acknowledgedNotes = [];
		return written;
	}

	/** Each note goes to everybody on its author's board but the author. */
	private deliveries(notes: readonly { readonly author: number }[]): number {
		const onBoard = new Map<string, number>();
		for (const index of this.people.keys()) {
			const board = this.boardOf(index);
			onBoard.set(board, (onBoard.get(board) ?? 0) + 1);
		}
		return notes.reduce((sum, { author }) => sum + (onBoard.get(this.boardOf(author)) ?? 1) - 1, 0);
	}

	private boardOf(index: number): string {
		return this.visits[index]?.paths[0] ?? '';
	}

	leave(): void {
		for (const person of this.people.values()) person.leave();
		this.people.clear();
		this.arrivals = new Arrivals(this.visits.length, this.capacity);
	}

	/** The numbers, among `numbers`, of the notes that a person has. */
	held(index: number, numbers: readonly number[]): number[] {
		return numbers.filter((number) => this.arrivals.has(index, number));
	}

	/** People of an entrance who do not have all notes yet. */
	private lacking({ from, to, notes }: Entrance): number {
		let lacking = 0;
		for (let index = from; index < to; index++) if (this.arrivals.count(index) < notes) lacking++;
		return lacking;
	}

	private bring(index: number, entrance: Entrance): Person {
		const visit = this.visits[index];
		if (!visit) throw new Error(`There is no person ${index}.`);
		const { replica, offlineFrom } = entrance;
		const kept = replica && index % 3 !== 0 ? replica : undefined;
		if (kept) this.arrivals.knows(index, Array(kept.known).keys());
		const number =
			offlineFrom !== undefined && index % 3 === 1
				? offlineFrom + Math.floor(index / 3)
				: undefined;
		const person = new Person(
			this.wire,
			visit,
			{
				stateVector: kept?.stateVector ?? EMPTY,
				presence: entrance.presence,
				...(number !== undefined && {
					offline: { number, text: noteText(number, seededRandom(number)) }
				})
			},
			{
				frame: (payload) => this.arrivals.receive(index, payload, performance.now()),
				sentOffline: (sent) => this.arrivals.sent(sent, index, performance.now()),
				acknowledged: (note, milliseconds) => {
					this.acknowledged.add(milliseconds);
					this.acknowledgedNotes.push(note);
				},
				lost: (why) => this.lost.set(why, (this.lost.get(why) ?? 0) + 1)
			}
		);
		this.people.set(index, person);
		return person;
	}
}

function pause(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
