import type * as Y from 'yjs';
import { addNote, deleteNote, editNoteText, moveNote, readNotes } from '#lib/board/board-doc.ts';
import { newUndoManager } from '#lib/board/undo.ts';
import { addCluster, noteRefId, putNotes } from '#lib/board/clusters-doc.ts';
import { newId } from '#lib/domain/id.ts';
import type { SeededRandom } from '../fuzz/seeded-random.ts';
import { LiveClient, type LiveClientIdentity } from '../support/sockets/live-client.ts';
import { FactLedger, type Found, type Loss } from './fact-ledger.ts';
import { clusterFact, columnFact, DELETED, textFact } from './stored-facts.ts';

/** Where a person connects: the address of the rooms, and the room's name. */
export interface Place {
	readonly syncUrl: string;
	readonly room: string;
}

/** Most milliseconds between attempts to connect, so that a run waits for the server and not for backoff. */
const MAX_BACKOFF = 250;

const MOST_CLUSTERS = 8;

const WORDS = 'ضعف التسويق الرقمي للتعاونيات manque de formation à la gestion ⵜⴰⵎⵙⵙⵓⵏⵜ'.split(' ');

/** A person on one device: the stock client in one room, and the ledger of what it was told. */
class Device {
	readonly ledger = new FactLedger();
	readonly client: LiveClient;

	constructor(place: Place, who: LiveClientIdentity) {
		this.client = new LiveClient(place.syncUrl, place.room, who, {
			events: this.ledger,
			maxBackoff: MAX_BACKOFF
		});
	}
}

/** Somebody in a room, who may lose the device and go on with another one. */
abstract class Person {
	private device: Device;
	private readonly earlier: FactLedger[] = [];
	private readonly place: Place;
	private readonly who: LiveClientIdentity;
	protected readonly random: SeededRandom;

	constructor(place: Place, who: LiveClientIdentity, random: SeededRandom) {
		this.place = place;
		this.who = who;
		this.random = random;
		this.device = new Device(place, who);
	}

	get client(): LiveClient {
		return this.device.client;
	}

	protected get ledger(): FactLedger {
		return this.device.ledger;
	}

	/** The phone is gone with what only it had; the person goes on with an empty one. */
	loseDevice(): void {
		this.client.destroy();
		this.earlier.push(this.ledger);
		this.device = new Device(this.place, this.who);
	}

	get ledgers(): readonly FactLedger[] {
		return [...this.earlier, this.ledger];
	}

	lost(found: Found): Loss[] {
		return this.ledgers.flatMap((ledger) => ledger.lost(found));
	}

	/** What must never happen to somebody honest: a refusal, or a socket ended for good. */
	get problem(): string | undefined {
		const { refusal, provider, closeCode } = this.client;
		if (refusal) return `an honest change was refused: ${refusal}`;
		return provider.shouldConnect ? undefined : `a socket was ended with ${String(closeCode)}`;
	}
}

/** A participant: writes notes, edits them, deletes them and takes that back. */
export class Participant extends Person {
	private readonly mostNotes: number;
	private readonly name: number;
	private made = 0;
	/** Own notes that this device knows, with their texts. */
	private notes = new Map<string, string>();
	private undoManager: Y.UndoManager | undefined;
	/** What undo brings back: only changes of notes that stood before. */
	private undoable: { readonly key: string; readonly before: string } | undefined;

	/** Writes at most `mostNotes`, and signs each text with the number `name` so that no two are the same. */
	constructor(
		place: Place,
		who: LiveClientIdentity,
		random: SeededRandom,
		options: { name: number; mostNotes: number }
	) {
		super(place, who, random);
		this.name = options.name;
		this.mostNotes = options.mostNotes;
	}

	/** Does one thing, if there is anything to do. */
	act(): void {
		const pseudonym = this.client.status?.pseudonym;
		if (!pseudonym) return;
		this.undoManager ??= newUndoManager(this.client.doc, ['notes']);
		const standing = [...this.notes].filter(([, text]) => text !== DELETED);
		const chance = this.random.next();
		if (this.undoable && chance < 0.1) this.takeBack(this.undoable);
		else if (this.made < this.mostNotes && (standing.length === 0 || chance > 0.5))
			this.add(pseudonym);
		else if (standing.length > 0) this.change(this.random.pick(standing)[0], chance < 0.2);
	}

	override loseDevice(): void {
		super.loseDevice();
		this.notes = new Map();
		this.undoManager = undefined;
		this.undoable = undefined;
	}

	private add(pseudonym: string): void {
		const text = this.someText();
		this.undoable = undefined;
		this.ledger.write(() => {
			const note = { pseudonym, columnId: 'S', text, at: Date.now() };
			const key = addNote(this.client.doc, note);
			this.notes.set(key, text);
			return { [textFact(key)]: text };
		});
	}

	private change(key: string, away: boolean): void {
		const before = this.notes.get(key) ?? DELETED;
		const text = away ? DELETED : this.someText();
		this.undoable = { key, before };
		this.notes.set(key, text);
		this.ledger.write(() => {
			if (away) deleteNote(this.client.doc, key);
			else editNoteText(this.client.doc, key, text);
			return { [textFact(key)]: text };
		});
	}

	private takeBack({ key, before }: { key: string; before: string }): void {
		this.undoable = undefined;
		this.notes.set(key, before);
		this.ledger.write(() => {
			this.undoManager?.undo();
			return { [textFact(key)]: before };
		});
	}

	/** A few words in the languages of the hall, and a signature that stands once in the whole run. */
	private someText(): string {
		const words = Array.from({ length: 1 + this.random.below(12) }, () => this.random.pick(WORDS));
		return `${words.join(' ')} ${this.name}.${++this.made}.${newId(6)}`;
	}
}

/** A facilitator on the board: moves everybody's notes between the columns. */
export class Mover extends Person {
	/** Does one thing, if there is anything to do. */
	act(): void {
		const notes = readNotes(this.client.doc);
		if (notes.length === 0 || !this.client.status?.mayWrite) return;
		const { key, columnId } = this.random.pick(notes);
		const to = columnId === 'S' ? 'W' : 'S';
		this.ledger.write(() => {
			moveNote(this.client.doc, key, to);
			return { [columnFact(key)]: to };
		});
	}
}

/** The facilitator's page of clusters: makes some and puts notes into them. */
export class Clusterer extends Person {
	private clusters: string[] = [];

	/** Puts one of `notes` of a board into a cluster. */
	put(board: string, notes: readonly string[]): void {
		if (notes.length === 0 || !this.client.status?.mayWrite) return;
		const key = this.random.pick(notes);
		const ref = { board, key };
		if (this.clusters.length < MOST_CLUSTERS) {
			const title = { ar: `محور ${this.clusters.length + 1}` };
			this.ledger.write(() => {
				const id = addCluster(this.client.doc, title, [ref]);
				this.clusters.push(id);
				return { [clusterFact(noteRefId(ref))]: id };
			});
			return;
		}
		const cluster = this.random.pick(this.clusters);
		this.ledger.write(() => {
			putNotes(this.client.doc, cluster, [ref]);
			return { [clusterFact(noteRefId(ref))]: cluster };
		});
	}

	override loseDevice(): void {
		super.loseDevice();
		this.clusters = [];
	}
}
