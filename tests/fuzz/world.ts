import * as Y from 'yjs';
import { Gate } from '#lib/gate/gate.ts';
import { GATE_LIMITS, type GateLimits } from '#lib/gate/gate-limits.ts';
import { boardSchema } from '#lib/gate/schemas/board-schema.ts';
import { clustersSchema } from '#lib/gate/schemas/clusters-schema.ts';
import type { DocumentSchema } from '#lib/gate/schemas/document-schema.ts';
import { nobodySchema } from '#lib/gate/schemas/nobody-schema.ts';
import { planSchema } from '#lib/gate/schemas/plan-schema.ts';
import type { Verdict } from '#lib/gate/verdict.ts';
import type { Person } from './people.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { DocumentKind } from './terrain.ts';
import { Violation } from './violation.ts';
import type { ClientBindings } from '#lib/gate/client-bindings.ts';

/** Milliseconds that one judgement may take. Other work shares the machine, so a slow one is tried again. */
const SLOWEST = 250;
const TRIES = 20;

/** When everything here was written: the honest claim times around it. */
export const SPAN = { from: 1_760_000_100_000, to: 1_760_000_900_000 };

/** One document of the server with its gate, as a room has them. */
export class World {
	readonly doc = new Y.Doc();
	readonly gate: Gate;
	private readonly owners: Map<number, string>;
	/** The longest that one judgement took, in milliseconds. */
	slowest = 0;

	constructor(
		kind: DocumentKind,
		random: SeededRandom,
		limits: GateLimits,
		owners: ReadonlyMap<number, string>,
		content: Uint8Array
	) {
		this.doc.clientID = random.clientId();
		Y.applyUpdate(this.doc, content);
		if (kind === 'stage') this.doc.getMap('stage').set('state', { view: 'board' });
		this.owners = new Map(owners);
		const bindings: ClientBindings = {
			ownerOf: (client) => this.owners.get(client),
			countOf: (actorId) => [...this.owners.values()].filter((owner) => owner === actorId).length
		};
		this.gate = new Gate(this.doc, SCHEMAS[kind](), bindings, limits);
	}

	/** Asks the gate; a gate that throws, takes long or touches the document is a {@link Violation}. */
	judge(bytes: Uint8Array, writer: Person, tries = TRIES): Verdict {
		const began = performance.now();
		const roots = this.doc.share.size;
		const clients = this.doc.store.clients.size;
		let verdict: Verdict;
		try {
			verdict = this.gate.judge(bytes, { actorId: writer.actorId, rights: writer });
		} catch (error) {
			throw new Violation(`the gate threw ${error instanceof Error ? error.stack : String(error)}`);
		}
		const took = performance.now() - began;
		this.slowest = Math.max(this.slowest, took);
		if (took > SLOWEST && tries === 1)
			throw new Violation(`a judgement takes ${took.toFixed()} ms, whenever it is made`);
		if (took > SLOWEST) return this.judge(bytes, writer, tries - 1);
		if (this.doc.share.size !== roots || this.doc.store.clients.size !== clients)
			throw new Violation('judging changed the document');
		return verdict;
	}

	/** Writes what the server owes to what was applied last, as a room does. */
	settle(writer: Person): void {
		const settle = this.gate.settle({ actorId: writer.actorId, rights: writer }, SPAN);
		if (settle) this.doc.transact(settle);
	}

	/** Judges and applies what was accepted, as a room does; `settle` is to follow. */
	take(bytes: Uint8Array, writer: Person): Verdict {
		const verdict = this.judge(bytes, writer);
		if (verdict.kind === 'accepted') {
			Y.applyUpdate(this.doc, verdict.update, writer.actorId);
			for (const client of verdict.clients) this.owners.set(client, writer.actorId);
		}
		return verdict;
	}
}

const SCHEMAS: Record<DocumentKind, () => DocumentSchema> = {
	board: boardSchema,
	clusters: clustersSchema,
	plan: planSchema,
	stage: nobodySchema
};

/** Bounds so low that a fuzz of a document that begins with `content` reaches them. */
export function tightLimits(content: Uint8Array): GateLimits {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, content);
	return {
		...GATE_LIMITS,
		updateBytes: 16_000,
		structs: 60,
		deleteRanges: 60,
		clockAdvance: 2000,
		clientsPerActor: 6,
		notesPerPerson: 14,
		textUnits: 300,
		itemsPerNote: 60,
		entries: 40,
		rows: 40,
		members: doc.getMap('members')._map.size + 20
	};
}
