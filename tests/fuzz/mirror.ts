import * as Y from 'yjs';
import { cellPath, readCells, type Cells } from './document-cells.ts';
import { ROOTS, type DocumentKind } from './terrain.ts';
import { must, Violation } from './violation.ts';

/** Fields that keep a value: the gate leaves out a deletion that would empty one. */
const KEPT: ReadonlySet<string | undefined> = new Set(['column', 'at', 'edited', 'action']);

/**
 * A second document beside the server's. Yjs applies to it what is new in the client's bytes, as Yjs
 * itself cuts off what is known, while the server applies what the gate gave: both have to stay the same.
 */
export class Mirror {
	private readonly server: Y.Doc;
	private readonly kind: DocumentKind;
	private doc: Y.Doc;
	private emitted: Uint8Array[] = [];

	constructor(server: Y.Doc, kind: DocumentKind) {
		this.server = server;
		this.kind = kind;
		this.doc = this.copy();
	}

	/**
	 * Applies what the client sent, for which the server emitted `emitted`. Throws a {@link Violation} unless
	 * it does the same here. The gate may only leave out what would empty a field that keeps its value; then
	 * the mirror follows the server.
	 */
	take(bytes: Uint8Array, emitted: readonly Uint8Array[]): void {
		this.emitted = [];
		try {
			Y.applyUpdate(this.doc, Y.diffUpdate(bytes, Y.encodeStateVector(this.doc)));
		} catch (error) {
			throw new Violation(`what was accepted makes Yjs throw: ${String(error)}`);
		}
		const equal =
			this.emitted.length === emitted.length &&
			this.emitted.every((update, at) => same(update, emitted[at]));
		if (equal) return;
		must(emitted.length > 0, 'what was called nothing changes the document');
		const shown = readCells(this.server, this.kind);
		for (const { cell, was, is } of differencesOf(shown, readCells(this.doc, this.kind)))
			must(
				is === undefined && KEPT.has(cellPath(cell).field),
				`${cell} is ${was ?? 'nothing'} by the gate’s update and ${is ?? 'nothing'} by the client’s`
			);
		this.doc = this.copy();
	}

	/** Takes what the server wrote of its own beside what it was sent. */
	follow(emitted: readonly Uint8Array[]): void {
		for (const update of emitted) Y.applyUpdate(this.doc, update);
	}

	/** Throws unless both documents, and that of somebody who joins now, hold and deleted the same. */
	assertSame(): void {
		must(
			Y.equalSnapshots(Y.snapshot(this.server), Y.snapshot(this.doc)),
			'the server’s document is another than the clients’'
		);
		const shown = readCells(this.server, this.kind);
		for (const [who, doc] of [
			['clients', this.doc],
			['who joins now', this.copy()]
		] as const)
			for (const { cell, was, is } of differencesOf(shown, readCells(doc, this.kind)))
				throw new Violation(
					`${cell} is ${was ?? 'nothing'} at the server and ${is ?? 'nothing'} for ${who}`
				);
		const { entries, values } = ROOTS[this.kind];
		for (const root of this.server.share.keys())
			must(entries.includes(root) || values.includes(root), `judging made a root ${root}`);
	}

	private copy(): Y.Doc {
		const copy = new Y.Doc();
		Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.server));
		copy.clientID = this.server.clientID;
		copy.on('update', (update: Uint8Array) => void this.emitted.push(update));
		return copy;
	}
}

function differencesOf(
	before: Cells,
	after: Cells
): { cell: string; was: string | undefined; is: string | undefined }[] {
	return [...new Set([...before.keys(), ...after.keys()])]
		.map((cell) => ({ cell, was: before.get(cell), is: after.get(cell) }))
		.filter(({ was, is }) => was !== is);
}

function same(one: Uint8Array, other: Uint8Array | undefined): boolean {
	return other !== undefined && Buffer.compare(one, other) === 0;
}
