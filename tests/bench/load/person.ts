import * as Y from 'yjs';
import { addNote } from '#lib/board/board-doc.ts';
import type { Dialect } from './dialect.ts';
import { RawConnection } from './raw-connection.ts';

/** How one person's page reaches a server: the board first, then what else the page opens. */
export interface Visit {
	readonly cookie: string;
	readonly paths: readonly string[];
}

export interface Wire {
	readonly dialect: Dialect;
	readonly port: number;
	readonly origin: string;
	/** The server tells who one is, numbers what is saved, and waits for nothing else. */
	readonly tells: boolean;
	/** The column that notes are written in. */
	readonly column: string;
}

/** What a person brings along. */
export interface Luggage {
	/** Of the replica that was kept; empty for a page opened anew. */
	readonly stateVector: Uint8Array;
	/** Written while away; goes with the answer to the server's question. */
	readonly offline?: { readonly number: number; readonly text: string };
	/** Publishes their presence, as those clients do whose server does not count people itself. */
	readonly presence: boolean;
}

export interface PersonEvents {
	/** Something came on the board's socket; the payload is valid only during the call. */
	frame(payload: Buffer): void;
	/** The note that was written while away leaves now. */
	sentOffline(number: number): void;
	/** A note is on disk, or was applied, as the server promises it. */
	acknowledged(note: number, milliseconds: number): void;
	lost(why: string): void;
}

const NOTHING: Uint8Array = Uint8Array.of(0, 0);

/** One person with a page open: they see what comes and write notes of their own. */
export class Person {
	private readonly wire: Wire;
	private readonly events: PersonEvents;
	private readonly doc = new Y.Doc();
	private readonly board: RawConnection;
	private readonly others: RawConnection[];
	private pseudonym: string | undefined;
	private hasState = false;
	/** The notes that are not acknowledged yet, by the number of their frame, which begins with 1. */
	private readonly unsaved = new Map<number, { readonly note: number; readonly sentAt: number }>();
	private counted = 0;
	private onReady: (() => void) | undefined;

	constructor(wire: Wire, visit: Visit, luggage: Luggage, events: PersonEvents) {
		this.wire = wire;
		this.events = events;
		if (!wire.tells) this.pseudonym = this.doc.clientID.toString(36).padStart(16, '0');
		const headers = {
			Origin: wire.origin,
			...(visit.cookie === '' ? {} : { Cookie: visit.cookie })
		};
		const [path = '', ...others] = visit.paths;
		this.board = this.open(path, headers, luggage);
		this.others = others.map((other) => this.openBeside(other, headers));
	}

	/** Resolves when the board's state came and the server said who this is. */
	ready(): Promise<void> {
		return new Promise((resolve) => {
			this.onReady = resolve;
			this.tellReady();
		});
	}

	/** Makes the frame for a note of this person. It has to be sent before the next one is made. */
	prepare(text: string): Uint8Array {
		return this.wire.dialect.update(this.updateFor(text));
	}

	send(frame: Uint8Array, note: number, now: number): void {
		this.unsaved.set(++this.counted, { note, sentAt: now });
		this.board.send(frame);
	}

	leave(): void {
		for (const connection of [this.board, ...this.others]) connection.end();
		this.doc.destroy();
	}

	private updateFor(text: string): Uint8Array {
		let made: Uint8Array = NOTHING;
		this.doc.once('update', (update: Uint8Array) => (made = update));
		const pseudonym = this.pseudonym ?? '';
		addNote(this.doc, { pseudonym, columnId: this.wire.column, text, at: Date.now() });
		return made;
	}

	private open(
		path: string,
		headers: Readonly<Record<string, string>>,
		luggage: Luggage
	): RawConnection {
		const { dialect, port } = this.wire;
		let asked = false;
		let owing = luggage.offline;
		const ask = (): void => {
			board.send(dialect.ask(luggage.stateVector));
			if (luggage.presence) board.send(dialect.presence(this.doc.clientID));
		};
		const answer = (): void => {
			const update = owing ? this.updateFor(owing.text) : NOTHING;
			if (owing) this.events.sentOffline(owing.number);
			owing = undefined;
			this.counted++;
			board.send(dialect.answer(update));
		};
		const board = new RawConnection({
			port,
			path,
			headers,
			open() {
				if (dialect.greeting) board.send(dialect.greeting);
				else ask();
			},
			message: (payload) => {
				this.events.frame(payload);
				const message = dialect.read(payload);
				switch (message.kind) {
					case 'authenticated':
						return ask();
					case 'asks':
						// Before the status it is not known as whom the note would be.
						if (this.pseudonym !== undefined || !owing) answer();
						else asked = true;
						return;
					case 'status':
						this.pseudonym ??= message.pseudonym ?? undefined;
						if (asked) answer();
						asked = false;
						return this.tellReady();
					case 'state':
						this.hasState = true;
						return this.tellReady();
					case 'saved':
						return this.acknowledge(message.count);
					case 'applied':
						return this.acknowledgeNext();
					case 'refused':
						return this.events.lost(`refused: ${message.code}`);
					case 'update':
					case 'other':
						return;
				}
			},
			lost: (why) => this.events.lost(why)
		});
		return board;
	}

	/** A socket on which nothing is timed, such as the stage's: it is in the room, and that is its cost. */
	private openBeside(path: string, headers: Readonly<Record<string, string>>): RawConnection {
		const { dialect, port } = this.wire;
		const beside = new RawConnection({
			port,
			path,
			headers,
			open: () => beside.send(dialect.ask(Uint8Array.of(0))),
			message: (payload) => {
				if (dialect.read(payload).kind === 'asks') beside.send(dialect.answer(NOTHING));
			},
			lost: (why) => this.events.lost(why)
		});
		return beside;
	}

	private tellReady(): void {
		if (this.hasState && this.pseudonym !== undefined) this.onReady?.();
	}

	private acknowledge(count: number): void {
		const now = performance.now();
		for (const [number, { note, sentAt }] of this.unsaved) {
			if (number > count) break;
			this.unsaved.delete(number);
			this.events.acknowledged(note, now - sentAt);
		}
	}

	/** Where each frame is answered by one message without a number, in order. */
	private acknowledgeNext(): void {
		const [next] = this.unsaved;
		if (!next) return;
		const [number, { note, sentAt }] = next;
		this.unsaved.delete(number);
		this.events.acknowledged(note, performance.now() - sentAt);
	}
}
