import type * as Y from 'yjs';
import type { FieldChange } from './document-changes.ts';
import type { Incoming, StructId } from './incoming.ts';

/** One element of a key's history, in the order that Yjs gives it; the last one's value stands. */
interface Element extends StructId {
	readonly origin: StructId | null;
	readonly incoming: Incoming | undefined;
}

/**
 * The new struct whose value stands once the update is applied, or undefined when the one that stood
 * still does. Follows Yjs: who wrote after the same item as another stands by client id, lower first.
 */
export function standingValue(field: FieldChange): Incoming | undefined {
	if (followsOn(field)) return field.written.at(-1);
	const history = historyOf(field.tail);
	for (const struct of field.written) integrate(history, struct);
	return history.at(-1)?.incoming;
}

/** The plain case: each new item follows the one before, the first one the item that stands. */
function followsOn({ tail, written }: FieldChange): boolean {
	let last: StructId | null = tail?.lastId ?? null;
	for (const struct of written) {
		if (!same(struct.origin, last)) return false;
		last = { client: struct.client, clock: struct.end - 1 };
	}
	return true;
}

function historyOf(tail: Y.Item | undefined): Element[] {
	const items: Y.Item[] = [];
	for (let item = tail ?? null; item !== null; item = item.left) items.push(item);
	const history: Element[] = [];
	for (const { id, length, origin } of items.reverse())
		addElements(
			history,
			history.length,
			{ client: id.client, clock: id.clock, length, origin },
			undefined
		);
	return history;
}

function integrate(history: Element[], struct: Incoming): void {
	const { origin } = struct;
	let left = origin === null ? -1 : history.findIndex((element) => same(element, origin));
	const before = new Set<string>();
	const conflicting = new Set<string>();
	for (let index = left + 1; index < history.length; index++) {
		const other = history[index];
		if (other === undefined) break;
		before.add(nameOf(other));
		conflicting.add(nameOf(other));
		if (same(other.origin, origin)) {
			if (other.client >= struct.client) break;
		} else if (other.origin === null || !before.has(nameOf(other.origin))) break;
		else if (conflicting.has(nameOf(other.origin))) continue;
		left = index;
		conflicting.clear();
	}
	addElements(history, left + 1, struct, struct);
}

function addElements(
	history: Element[],
	at: number,
	struct: StructId & { readonly length: number; readonly origin: StructId | null },
	incoming: Incoming | undefined
): void {
	const { client, clock, length } = struct;
	const added = Array.from({ length }, (_, offset): Element => ({
		client,
		clock: clock + offset,
		origin: offset === 0 ? struct.origin : { client, clock: clock + offset - 1 },
		incoming
	}));
	history.splice(at, 0, ...added);
}

function same(a: StructId | null, b: StructId | null): boolean {
	return a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock);
}

function nameOf({ client, clock }: StructId): string {
	return `${client}:${clock}`;
}
