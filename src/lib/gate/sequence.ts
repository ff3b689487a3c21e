import * as Y from 'yjs';
import type { Incoming, StructId } from './incoming.ts';

/** One clock of a sequence: a character of a text, or a value of a key's history. */
interface Element extends StructId {
	readonly origin: StructId | null;
	readonly rightOrigin: StructId | null;
	/** The struct of the update that brings it; undefined for what stands. */
	readonly incoming: Incoming | undefined;
	readonly character: string;
	deleted: boolean;
}

/**
 * The order that Yjs will give to items with common neighbours, without changing the document. It is
 * asked for only where the order decides, since it takes a walk over the whole history.
 */
export class Sequence {
	private readonly elements: Element[] = [];

	/** The history that begins with `first`, each item followed by the one to its right. */
	constructor(first: Y.Item | null) {
		for (let item = first; item !== null; item = item.right)
			this.insert(this.elements.length, {
				client: item.id.client,
				clock: item.id.clock,
				length: item.length,
				origin: item.origin,
				rightOrigin: item.rightOrigin,
				text: item.content instanceof Y.ContentString ? item.content.str : '',
				deleted: item.deleted,
				incoming: undefined
			});
	}

	/** Puts a struct where Yjs will: who wrote at the same place stands by client id, lower first. */
	add(struct: Incoming): void {
		const { elements } = this;
		const { client, clock, length, origin, rightOrigin, content } = struct;
		let left = origin === null ? -1 : this.indexOf(origin);
		const before = new Set<string>();
		const conflicting = new Set<string>();
		for (let index = left + 1; index < elements.length; index++) {
			const other = elements[index];
			if (other === undefined || same(other, rightOrigin)) break;
			before.add(nameOf(other));
			conflicting.add(nameOf(other));
			if (same(other.origin, origin)) {
				if (other.client >= client && same(other.rightOrigin, rightOrigin)) break;
				if (other.client >= client) continue;
			} else if (other.origin === null || !before.has(nameOf(other.origin))) break;
			else if (conflicting.has(nameOf(other.origin))) continue;
			left = index;
			conflicting.clear();
		}
		this.insert(left + 1, {
			client,
			clock,
			length,
			origin,
			rightOrigin,
			text: content.kind === 'characters' ? content.text : '',
			deleted: content.kind === 'deleted',
			incoming: struct
		});
	}

	/** The struct of the update that stands last; undefined when the last one stood before. */
	last(): Incoming | undefined {
		return this.elements.at(-1)?.incoming;
	}

	/** The text without what is deleted, now or by the update. */
	text(isDeleted: (id: StructId) => boolean): string {
		return this.elements
			.map((element) => (element.deleted || isDeleted(element) ? '' : element.character))
			.join('');
	}

	private indexOf(id: StructId): number {
		return this.elements.findIndex((element) => same(element, id));
	}

	private insert(
		at: number,
		run: StructId & {
			readonly length: number;
			readonly origin: StructId | null;
			readonly rightOrigin: StructId | null;
			readonly text: string;
			readonly deleted: boolean;
			readonly incoming: Incoming | undefined;
		}
	): void {
		const { client, clock, length, rightOrigin, incoming, deleted } = run;
		const added = Array.from({ length }, (_, offset) => ({
			client,
			clock: clock + offset,
			origin: offset === 0 ? run.origin : { client, clock: clock + offset - 1 },
			rightOrigin,
			incoming,
			character: run.text.charAt(offset),
			deleted
		}));
		this.elements.splice(at, 0, ...added);
	}
}

/** True for two names of one clock, and for two that are missing. */
export function same(a: StructId | null, b: StructId | null): boolean {
	return a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock);
}

function nameOf({ client, clock }: StructId): string {
	return `${client}:${clock}`;
}
