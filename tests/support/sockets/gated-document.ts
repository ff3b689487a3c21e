import * as Y from 'yjs';
import { newUndoManager } from '#lib/board/undo.ts';
import { LAST_NOTE_TIME } from '#lib/domain/boards/note.ts';
import type { TimeSpan } from '#lib/domain/boards/note-times.ts';
import type { DocumentRights } from '#lib/domain/policy.ts';
import type { DocumentSchema } from '#lib/gate/schemas/document-schema.ts';
import { Gate, type Writer } from '#lib/gate/gate.ts';
import { GATE_LIMITS, type GateLimits } from '#lib/gate/gate-limits.ts';
import type { Verdict } from '#lib/gate/verdict.ts';

const ALL_TIME: TimeSpan = { from: 0, to: LAST_NOTE_TIME };

/** A document behind its gate, as a room has them, without sockets and log. */
export class GatedDocument {
	readonly doc = new Y.Doc();
	readonly gate: Gate;
	private readonly schema: DocumentSchema;
	private readonly owners = new Map<number, string>();

	/** `content` stood in the document before anybody came. */
	constructor(
		schema: DocumentSchema,
		limits: Partial<GateLimits> = {},
		content: (doc: Y.Doc) => void = () => undefined
	) {
		this.schema = schema;
		content(this.doc);
		// As after a restart: what the server wrote before stands under a client id that it has no more.
		this.doc.clientID = 1;
		const bindings = {
			ownerOf: (client: number) => this.owners.get(client),
			countOf: (actorId: string) =>
				[...this.owners.values()].filter((owner) => owner === actorId).length
		};
		this.gate = new Gate(this.doc, schema, bindings, { ...GATE_LIMITS, ...limits });
	}

	/** Judges, and applies what was accepted. Throws when the gate changed the document or let half through. */
	take(bytes: Uint8Array, writer: Writer, span: TimeSpan = ALL_TIME): Verdict {
		const before = Buffer.from(Y.encodeStateAsUpdate(this.doc)).toString('hex');
		const roots = this.doc.share.size;
		const verdict = this.gate.judge(bytes, writer);
		const after = Buffer.from(Y.encodeStateAsUpdate(this.doc)).toString('hex');
		if (after !== before || this.doc.share.size !== roots) throw new Error('judging changed it');
		if (verdict.kind !== 'accepted') return verdict;
		for (const client of verdict.clients) this.owners.set(client, writer.actorId);
		Y.applyUpdate(this.doc, verdict.update);
		const { pendingStructs, pendingDs } = this.doc.store;
		if (pendingStructs !== null || pendingDs !== null) throw new Error('something is pending');
		const settle = this.gate.settle(writer, span);
		if (settle) this.doc.transact(settle);
		return verdict;
	}

	/** A page of someone, in step with the document. */
	page(writer: Writer, client?: number): Page {
		return new Page(this, writer, [...this.schema.roots.keys()], client);
	}
}

/** One page of one person: a replica that sends what is written in it, when it is told to. */
export class Page {
	readonly doc = new Y.Doc();
	readonly undo: Y.UndoManager;
	private readonly room: GatedDocument;
	private readonly writer: Writer;
	private unsent: Uint8Array[] = [];

	constructor(room: GatedDocument, writer: Writer, roots: readonly string[], client?: number) {
		if (client !== undefined) this.doc.clientID = client;
		this.room = room;
		this.writer = writer;
		Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(room.doc), room);
		this.undo = newUndoManager(this.doc, roots);
		this.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
			if (origin !== room) this.unsent.push(bytes);
		});
	}

	/** Sends each change as it was made; gives the verdicts. */
	send(): Verdict[] {
		const updates = this.unsent;
		this.unsent = [];
		return updates.map((bytes) => this.room.take(bytes, this.writer));
	}

	/** Comes back from offline: sends what the server lacks in one, with all deletions, then gets the rest. */
	reconnect(): Verdict {
		this.unsent = [];
		const state = Y.encodeStateVector(this.room.doc);
		const verdict = this.room.take(Y.encodeStateAsUpdate(this.doc, state), this.writer);
		this.receive();
		return verdict;
	}

	receive(): void {
		const missing = Y.encodeStateAsUpdate(this.room.doc, Y.encodeStateVector(this.doc));
		Y.applyUpdate(this.doc, missing, this.room);
	}

	/** The same page after a reload: all that it held, under another client id. */
	reload(): Page {
		const page = this.room.page(this.writer);
		Y.applyUpdate(page.doc, Y.encodeStateAsUpdate(this.doc), this.room);
		return page;
	}
}

export const COLUMNS = ['S', 'W', 'O', 'T'];

/** A participant with a pseudonym of one repeated letter. */
export function participant(letter: string, rights: Partial<DocumentRights> = {}): Writer {
	return {
		actorId: `actor-${letter}`,
		rights: {
			pseudonym: letter.repeat(16),
			merged: [],
			own: true,
			all: false,
			mark: null,
			columns: COLUMNS,
			closed: false,
			...rights
		}
	};
}

export function facilitator(letter: string): Writer {
	return participant(letter, { all: true, mark: `facilitator:${letter}` });
}
