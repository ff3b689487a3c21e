import { Latencies } from './latencies.ts';
import { noteNumbersIn } from './note-text.ts';

/** Frames of one length that are remembered: a server sends each to everybody, one receiver after the other. */
const REMEMBERED = 8;

interface ReadFrame {
	readonly payload: Buffer;
	readonly numbers: readonly number[];
}

/** Which note reached which receiver, and how long it took from the moment its author sent it. */
export class Arrivals {
	readonly latencies = new Latencies();
	private readonly sentAt: Float64Array;
	private readonly author: Int32Array;
	private readonly seen: Uint8Array[];
	private readonly had: Int32Array;
	private readonly read = new Map<number, ReadFrame[]>();

	constructor(receivers: number, notes: number) {
		this.sentAt = new Float64Array(notes).fill(-1);
		this.author = new Int32Array(notes).fill(-1);
		this.seen = Array.from({ length: receivers }, () => new Uint8Array(notes));
		this.had = new Int32Array(receivers);
	}

	/** Notes whose arrival is being timed, times the receivers that are not their author. */
	get delivered(): number {
		return this.latencies.count;
	}

	/** `now` is of the same clock in all calls, in milliseconds. */
	sent(number: number, author: number, now: number): void {
		this.sentAt[number] = now;
		this.author[number] = author;
		this.mark(author, number);
	}

	/** The receiver had these notes before: a replica that was kept. */
	knows(receiver: number, numbers: Iterable<number>): void {
		for (const number of numbers) this.mark(receiver, number);
	}

	/** How many different notes the receiver has, its own ones too. */
	count(receiver: number): number {
		return this.had[receiver] ?? 0;
	}

	has(receiver: number, number: number): boolean {
		return this.seen[receiver]?.[number] === 1;
	}

	/** The receiver loses what it had: a page that is opened anew. */
	forget(receiver: number): void {
		this.seen[receiver]?.fill(0);
		this.had[receiver] = 0;
	}

	/** Takes a frame in, whatever it is; the payload may be overwritten afterwards. */
	receive(receiver: number, payload: Buffer, now: number): void {
		for (const number of this.numbersIn(payload)) {
			if (!this.mark(receiver, number)) continue;
			const sentAt = this.sentAt[number] ?? -1;
			if (sentAt >= 0 && this.author[number] !== receiver) this.latencies.add(now - sentAt);
		}
	}

	/** True when the receiver did not have the note yet. A second delivery counts for nothing. */
	private mark(receiver: number, number: number): boolean {
		const seen = this.seen[receiver];
		if (!seen || number >= seen.length || seen[number] === 1) return false;
		seen[number] = 1;
		this.had[receiver] = (this.had[receiver] ?? 0) + 1;
		return true;
	}

	private numbersIn(payload: Buffer): readonly number[] {
		let frames = this.read.get(payload.length);
		for (const frame of frames ?? []) if (frame.payload.equals(payload)) return frame.numbers;
		if (!frames) this.read.set(payload.length, (frames = []));
		const numbers = noteNumbersIn(payload);
		frames.unshift({ payload: Buffer.from(payload), numbers });
		if (frames.length > REMEMBERED) frames.pop();
		return numbers;
	}
}
