import type * as Y from 'yjs';
import type { Incoming, StructId } from './incoming.ts';

/** One clock of a key's history or of a text. */
interface Element extends StructId {
	readonly origin: Element | undefined;
	readonly rightOrigin: StructId | null;
	/** The struct of the update that brings it; undefined for what stands. */
	readonly incoming: Incoming | undefined;
}

/** Items that follow one another, before they are taken apart. */
interface Run extends StructId {
	readonly length: number;
	readonly origin: StructId | null;
	readonly rightOrigin: StructId | null;
	readonly incoming: Incoming | undefined;
}

/**
 * The order that Yjs will give to items with common neighbours, without changing the document. It is
 * asked for only where the order decides, since it takes a walk over the whole history.
 */
export class Sequence {
	private readonly elements: Element[] = [];
	private readonly byClient = new Map<number, Map<number, Element>>();

	/** The history that begins with `first`, each item followed by the one to its right. */
	constructor(first: Y.Item | null) {
		for (let item = first; item !== null; item = item.right) {
			const { id, length, origin, rightOrigin } = item;
			const { client, clock } = id;
			const run = { client, clock, length, origin, rightOrigin, incoming: undefined };
			this.insert(this.elements.length, run);
		}
	}

	/** Puts a struct where Yjs will: who wrote at the same place stands by client id, lower first. */
	add(struct: Incoming): void {
		const { client, rightOrigin } = struct;
		const origin = this.find(struct.origin);
		let left = origin === undefined ? -1 : this.elements.indexOf(origin);
		const before = new Set<Element>();
		const conflicting = new Set<Element>();
		for (let index = left + 1; index < this.elements.length; index++) {
			const other = this.elements[index];
			if (other === undefined || same(other, rightOrigin)) break;
			before.add(other);
			conflicting.add(other);
			if (other.origin === origin) {
				if (other.client >= client && same(other.rightOrigin, rightOrigin)) break;
				if (other.client >= client) continue;
			} else if (other.origin === undefined || !before.has(other.origin)) break;
			else if (conflicting.has(other.origin)) continue;
			left = index;
			conflicting.clear();
		}
		this.insert(left + 1, {
			client,
			clock: struct.clock,
			length: struct.length,
			origin: struct.origin,
			rightOrigin,
			incoming: struct
		});
	}

	/** True when both stand here, the one left of the other. */
	isBefore(one: StructId, other: StructId): boolean {
		const [left, right] = [this.find(one), this.find(other)];
		return (
			left !== undefined &&
			right !== undefined &&
			this.elements.indexOf(left) < this.elements.indexOf(right)
		);
	}

	/** The struct of the update that stands last; undefined when the last one stood before. */
	last(): Incoming | undefined {
		return this.elements.at(-1)?.incoming;
	}

	private find(id: StructId | null): Element | undefined {
		return id === null ? undefined : this.byClient.get(id.client)?.get(id.clock);
	}

	private insert(at: number, run: Run): void {
		const { client, length, rightOrigin, incoming } = run;
		const byClock = this.byClient.get(client) ?? new Map<number, Element>();
		this.byClient.set(client, byClock);
		const added: Element[] = [];
		for (let offset = 0; offset < length; offset++) {
			const clock = run.clock + offset;
			const origin = offset === 0 ? this.find(run.origin) : added.at(-1);
			const element = { client, clock, origin, rightOrigin, incoming };
			byClock.set(clock, element);
			added.push(element);
		}
		this.elements.splice(at, 0, ...added);
	}
}

/** True for two names of one clock, and for two that are missing. */
export function same(a: StructId | null, b: StructId | null): boolean {
	return a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock);
}
