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
	/** What each client wrote here, in the order of its clocks. */
	private readonly ordered = new Map<number, Element[]>();

	/** The history that begins with `first`, each item followed by the one to its right. */
	constructor(first: Y.Item | null) {
		for (let item = first; item !== null; item = item.right) {
			const { id, length, origin, rightOrigin } = item;
			const { client, clock } = id;
			const run = { client, clock, length, origin, rightOrigin, incoming: undefined };
			this.insert(this.elements.length, run);
		}
		for (const elements of this.ordered.values()) elements.sort((a, b) => a.clock - b.clock);
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

	/**
	 * False when nobody can have written the struct: its neighbours stand in the wrong order, or something
	 * stands between them that its writer knew, as whatever they or the writer's own words build on.
	 */
	isPossible(struct: Incoming): boolean {
		const left = this.find(struct.origin);
		const right = this.find(struct.rightOrigin);
		const from = left === undefined ? -1 : this.elements.indexOf(left);
		const to = right === undefined ? this.elements.length : this.elements.indexOf(right);
		if (to <= from) return false;
		if (to === from + 1) return true;
		const known = this.knownTo(struct);
		return this.elements
			.slice(from + 1, to)
			.every(({ client, clock }) => clock > (known.get(client) ?? -1));
	}

	/** The struct of the update that stands last; undefined when the last one stood before. */
	last(): Incoming | undefined {
		return this.elements.at(-1)?.incoming;
	}

	/** The last clock of each client here that the writer of the struct must have known. */
	private knownTo(struct: Incoming): Map<number, number> {
		const known = new Map<number, number>();
		const before = { client: struct.client, clock: struct.clock - 1 };
		const waiting = [struct.origin, struct.rightOrigin, before];
		for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
			const reached = id === null ? Infinity : (known.get(id.client) ?? -1);
			if (id === null || id.clock <= reached) continue;
			known.set(id.client, id.clock);
			const written = this.ordered.get(id.client) ?? [];
			for (let at = indexAfter(written, reached); at < written.length; at++) {
				const element = written[at];
				if (element === undefined || element.clock > id.clock) break;
				waiting.push(element.rightOrigin, element.origin ?? null);
			}
		}
		return known;
	}

	private find(id: StructId | null): Element | undefined {
		return id === null ? undefined : this.byClient.get(id.client)?.get(id.clock);
	}

	private insert(at: number, run: Run): void {
		const { client, length, rightOrigin, incoming } = run;
		const byClock = this.byClient.get(client) ?? new Map<number, Element>();
		this.byClient.set(client, byClock);
		const ordered = this.ordered.get(client) ?? [];
		this.ordered.set(client, ordered);
		const added: Element[] = [];
		for (let offset = 0; offset < length; offset++) {
			const clock = run.clock + offset;
			const origin = offset === 0 ? this.find(run.origin) : added.at(-1);
			const element = { client, clock, origin, rightOrigin, incoming };
			byClock.set(clock, element);
			ordered.push(element);
			added.push(element);
		}
		this.elements.splice(at, 0, ...added);
	}
}

/** The index of the first element after that clock. */
function indexAfter(elements: readonly Element[], clock: number): number {
	let low = 0;
	let high = elements.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((elements[middle]?.clock ?? Infinity) <= clock) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** True for two names of one clock, and for two that are missing. */
export function same(a: StructId | null, b: StructId | null): boolean {
	return a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock);
}
