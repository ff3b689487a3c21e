import * as Y from 'yjs';
import type { GateLimits } from '#lib/gate/gate-limits.ts';
import type { Verdict } from '#lib/gate/verdict.ts';
import { authorOfNoteKey } from '#lib/domain/boards/note.ts';
import { cellPath, readCells, type Cells } from './document-cells.ts';
import { assertLawful } from './document-law.ts';
import { Mirror } from './mirror.ts';
import type { Person } from './people.ts';
import { ROOTS, type DocumentKind } from './terrain.ts';
import { must } from './violation.ts';
import { WordsLaw } from './words-law.ts';

/**
 * Puts each difference that an accepted update makes to the law, and compares it with what Yjs makes of
 * the client's own bytes. Shares no code with the gate.
 */
export class Oracle {
	private readonly server: Y.Doc;
	private readonly mirror: Mirror;
	private readonly words: WordsLaw | undefined;
	private readonly kind: DocumentKind;
	private readonly limits: GateLimits;
	private readonly owners: Map<number, string>;
	private cells: Cells;
	private clocks: Map<number, number>;
	private emitted: Uint8Array[] = [];
	private deleted: Y.Item[] = [];

	/** `owners` say which client ids wrote what stands in the document, but for the server's own. */
	constructor(
		server: Y.Doc,
		kind: DocumentKind,
		limits: GateLimits,
		owners: ReadonlyMap<number, string>
	) {
		this.server = server;
		this.kind = kind;
		this.limits = limits;
		this.owners = new Map([...owners, [server.clientID, 'the server']]);
		this.mirror = new Mirror(server, kind);
		this.words = kind === 'board' ? new WordsLaw(server) : undefined;
		this.cells = readCells(server, kind);
		this.clocks = clocksOf(server);
		server.on('update', (update: Uint8Array) => void this.emitted.push(update));
		server.on('afterTransaction', (transaction) => this.gatherDeleted(transaction));
	}

	/** Client ids that are bound to somebody else than `actorId`, the server's among them. */
	clientsOfOthers(actorId: string): number[] {
		return [...this.owners].filter(([, owner]) => owner !== actorId).map(([client]) => client);
	}

	/** Client ids that this actor wrote with. */
	clientsOf(actorId: string): number[] {
		return [...this.owners].filter(([, owner]) => owner === actorId).map(([client]) => client);
	}

	/**
	 * Checks what the server has just applied for `verdict`, which is `accepted` or `nothing`. Throws a
	 * Violation.
	 */
	check(bytes: Uint8Array, verdict: Verdict, writer: Person): void {
		if (verdict.kind !== 'accepted') {
			must(this.emitted.length === 0, 'what was called nothing was applied');
			this.mirror.take(bytes, []);
			return;
		}
		must(this.emitted.length > 0, 'what was accepted changes nothing');
		this.assertClients(verdict.clients, writer);
		this.assertStructs(writer);
		const after = readCells(this.server, this.kind);
		assertLawful(this.kind, this.cells, after, writer, this.limits);
		this.mirror.take(bytes, this.emitted);
		this.cells = after;
		this.clocks = clocksOf(this.server);
		this.emitted = [];
		this.deleted = [];
	}

	/**
	 * Checks what the server wrote of its own beside what was checked last: marks and times, and whose words
	 * stand under whose name. Throws a Violation.
	 */
	checkSettled(writer: Person): void {
		const after = readCells(this.server, this.kind);
		for (const cell of new Set([...this.cells.keys(), ...after.keys()]))
			must(
				this.cells.get(cell) === after.get(cell) ||
					['edited', 'at'].includes(cellPath(cell).field ?? ''),
				`the server changed ${JSON.stringify(cell)}`
			);
		this.mirror.follow(this.emitted);
		this.words?.check(writer);
		this.cells = after;
		this.clocks = clocksOf(this.server);
		this.emitted = [];
		this.deleted = [];
	}

	/** Throws unless the server's document is what the accepted updates made, so that judging changed nothing. */
	assertSame(): void {
		this.mirror.assertSame();
	}

	/** Nobody writes with another's client id, nor with too many, nor too much at once. */
	private assertClients(bound: readonly number[], writer: Person): void {
		let advance = 0;
		for (const [client, clock] of clocksOf(this.server)) {
			const was = this.clocks.get(client) ?? 0;
			if (clock === was) continue;
			advance += clock - was;
			const owner = this.owners.get(client);
			must(owner === undefined || owner === writer.actorId, `wrote as ${owner ?? ''}`);
			must(owner !== undefined || bound.includes(client), 'a client id stays unbound');
			this.owners.set(client, writer.actorId);
		}
		must(advance <= this.limits.clockAdvance, `${advance} clocks in one update`);
		must(
			this.clientsOf(writer.actorId).length <= this.limits.clientsPerActor,
			'too many client ids of one actor'
		);
	}

	/** Every struct that was added or deleted stands under what the writer may change. */
	private assertStructs(writer: Person): void {
		for (const [client, structs] of this.server.store.clients) {
			const clock = this.clocks.get(client) ?? 0;
			for (let at = structs.length - 1; at >= 0; at--) {
				const struct = structs[at];
				if (!struct || struct.id.clock + struct.length <= clock) break;
				if (struct instanceof Y.Item) this.assertPlace(struct, writer, 'wrote');
				else must(writer.own || writer.all, `${writer.role} wrote what was forgotten at once`);
			}
		}
		for (const item of this.deleted) this.assertPlace(item, writer, 'deleted');
	}

	private assertPlace(item: Y.Item, writer: Person, did: string): void {
		let place = item;
		let depth = 0;
		for (let outer = outerOf(place); outer; outer = outerOf(place)) {
			place = outer;
			depth++;
		}
		const root = place.parent instanceof Y.AbstractType ? Y.findRootTypeKey(place.parent) : '';
		const { entries, values } = ROOTS[this.kind];
		must(entries.includes(root) || values.includes(root), `${did} in a root ${root}`);
		must(place.parentSub !== null, `${did} in the list of a root`);
		must(depth <= 2, `${did} ${depth} levels deep`);
		const mayWrite =
			writer.all || (writer.own && authorOfNoteKey(place.parentSub) === writer.pseudonym);
		must(mayWrite, `${writer.role} ${did} under ${JSON.stringify(place.parentSub)}`);
	}

	/** What stood before and is deleted now, while it still hangs where it was. */
	private gatherDeleted(transaction: Y.Transaction): void {
		for (const [client, ranges] of transaction.deleteSet.clients) {
			const structs = this.server.store.clients.get(client) ?? [];
			for (const { clock, len } of ranges) {
				if (clock >= (transaction.beforeState.get(client) ?? 0)) continue;
				for (let at = Y.findIndexSS(structs, clock); at < structs.length; at++) {
					const struct = structs[at];
					if (!struct || struct.id.clock >= clock + len) break;
					if (struct instanceof Y.Item) this.deleted.push(struct);
				}
			}
		}
	}
}

function clocksOf(doc: Y.Doc): Map<number, number> {
	return new Map(
		[...doc.store.clients.keys()].map((client) => [client, Y.getState(doc.store, client)])
	);
}

/** The item of the type that an item stands in. */
function outerOf({ parent }: Y.Item): Y.Item | null {
	return parent instanceof Y.AbstractType ? parent._item : null;
}
